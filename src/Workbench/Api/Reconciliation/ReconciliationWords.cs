using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Reconciliation;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Types and properties in the words of the caller's language.</summary>
internal sealed class ReconciliationWords(Texts texts)
{
    public TypeResource Property(string id) => CategoryProperties.All.Contains(id)
        ? new(id, texts[$"Reconciliation.Property.{id}"], texts[$"Reconciliation.Property.{id}.Text"])
        : new(id, id);

    /// <summary>A type of the tree; null for one that does not exist.</summary>
    public TypeResource? Type(CategoryTree tree, string id) => id switch
    {
        CategoryTypes.Category => new(id, texts["Reconciliation.Type.category"]),
        CategoryTypes.Leaf or CategoryTypes.Branch => new(id, texts[$"Reconciliation.Type.{id}"], Broader: [new(CategoryTypes.Category, texts["Reconciliation.Type.category"])]),
        _ => CategoryTypes.Scope(tree, id) is { } scope ? Under(scope) : null,
    };

    /// <summary>The type of everything below a category.</summary>
    public TypeResource Under(Category scope) => new(CategoryTypes.Under(scope.Id), texts["Reconciliation.Type.under", scope.Name], scope.Path);

    /// <summary>The types of a category, without explanations.</summary>
    public IReadOnlyList<TypeResource> TypesOf(CategoryTree tree, Category category) =>
        [.. CategoryTypes.Of(tree, category).Select(id => Type(tree, id)!).Select(type => new TypeResource(type.Id, type.Name))];
}
