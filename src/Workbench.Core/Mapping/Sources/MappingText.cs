using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>A text to map, prepared once for all sources.</summary>
internal sealed class MappingText(string text)
{
    public string Text { get; } = text;

    public string Key { get; } = TextKey.Normalize(text);

    /// <summary>Empty when the text holds no word.</summary>
    public IReadOnlyList<NameForm> Forms { get; } = NameForms.WithSynonyms(text);
}
