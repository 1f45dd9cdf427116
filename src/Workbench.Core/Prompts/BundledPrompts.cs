namespace LlmRec.Workbench.Prompts;

/// <summary>The prompts that a new database starts with. The first of a kind is that kind's default.</summary>
internal static class BundledPrompts
{
    public static IReadOnlyList<NewPrompt> All { get; } =
    [
        Complements("complements-zh", "zh", "搭配类目（C2C）：为每个叶子类目列出十个互补类目。"),
        Complements("complements-en", "en", "Complementary categories (C2C): ten complements for every leaf category."),
    ];

    // A little warmth gives the variety that the prompt asks for; more of it costs the format.
    private static NewPrompt Complements(string name, string language, string description) => new(name, "complements", language, description, new NewPromptVersion
    {
        Text = Read(name),
        Temperature = 0.3f,
        MaxOutputTokens = 256,
        Note = language == "zh" ? "随产品提供的第一个版本。" : "The first version, bundled with the product.",
    });

    private static string Read(string name)
    {
        var resource = typeof(BundledPrompts).Assembly.GetManifestResourceNames().Single(n => n.EndsWith($".{name}.liquid", StringComparison.Ordinal));
        using var reader = new StreamReader(typeof(BundledPrompts).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
