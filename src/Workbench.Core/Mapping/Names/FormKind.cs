namespace LlmRec.Workbench.Mapping.Names;

/// <summary>What a form is of the name that it was read from.</summary>
internal enum FormKind
{
    Whole,

    /// <summary>One of several that the name joins by a slash, a comma or "and".</summary>
    Alternative,

    /// <summary>Without a last word that says nothing by itself, such as "accessories" or 用品.</summary>
    Stripped,

    /// <summary>With one word replaced by a synonym; only texts have such forms, names of the tree do not.</summary>
    Synonym,

    /// <summary>With one word replaced by the kind of thing it is one of; only texts have such forms.</summary>
    Broader,
}
