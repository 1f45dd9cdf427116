using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>Names that other people mapped to Google's taxonomy, with the tree; read from the shared folder beside the repository.</summary>
internal sealed record DevelopmentSet(string Language, IReadOnlyList<Category> Tree, IReadOnlyList<(string Name, IReadOnlySet<string> Gold)> Rows)
{
    /// <summary>Folds of a cross-validation.</summary>
    public const int Folds = 5;

    public static DevelopmentSet Read(string language, string culture)
    {
        var rows = File.ReadLines(Find($"mapping/dev.{language}.tsv")).Skip(1).Select(line => line.Split('\t'));
        return new DevelopmentSet(language, ReadTree(Find($"taxonomy/google.{culture}.txt")), [.. rows.Select(r => (r[0], (IReadOnlySet<string>)r[1].Split('|').ToHashSet()))]);
    }

    /// <summary>The fold of a name: the same on every machine, and equal for equal names.</summary>
    public static int FoldOf(string name) => (int)(name.Aggregate(2166136261u, (hash, character) => (hash ^ character) * 16777619u) / 7 % Folds);

    private static List<Category> ReadTree(string file)
    {
        var lines = File.ReadLines(file).Where(line => line[0] != '#').Select(line => line.Split(" - ", 2)).ToList();
        var byPath = lines.DistinctBy(line => line[1]).ToDictionary(line => line[1], line => line[0]);
        var parents = lines.Select(line => ParentOf(line[1])).ToHashSet();
        return [.. lines.Select((line, position) => new Category
        {
            Id = line[0], Path = line[1], Name = line[1].Split(Category.PathSeparator)[^1], Depth = line[1].Split(Category.PathSeparator).Length,
            Position = position, IsLeaf = !parents.Contains(line[1]), ParentId = byPath.GetValueOrDefault(ParentOf(line[1])),
        })];
    }

    private static string ParentOf(string path) => path.LastIndexOf(Category.PathSeparator, StringComparison.Ordinal) is > 0 and var cut ? path[..cut] : "";

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException($"The development data {name} is not here. Lay the folder 'shared' with data/{name} beside the repository.");
    }
}
