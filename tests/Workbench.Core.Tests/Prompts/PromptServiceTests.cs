using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Tests.Prompts;

public class PromptServiceTests
{
    private static readonly Caller Ann = Caller.SingleUser("ann");
    private static readonly Caller Reader = new("rob", new HashSet<string> { Roles.Viewer });

    [Fact]
    public async Task SeedAsync_EmptyDatabase_AddsTheBundledPromptsOnce()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<PromptService>();

        await sut.SeedAsync();

        var list = await sut.ListAsync();
        list.Select(p => p.Prompt.Name).ShouldBe(["choose-category-zh", "complements-zh", "titles-zh", "choose-category-en", "complements-en", "titles-en", "titles-repair-zh", "titles-repair-en"]);
        list.ShouldAllBe(p => p.LatestVersion == 1 && p.Labels[PromptLabel.Production] == 1 && p.Runs == 0);
    }

    [Fact]
    public async Task SeedAsync_DatabaseFromBeforeAKind_GetsThePromptsOfThatKindOnly()
    {
        await using var database = await TestDatabase.CreateAsync(services => services.AddPrompts());
        var sut = database.Get<PromptService>();
        await sut.CreateAsync(Ann, New("mine"));
        await sut.CreateAsync(Ann, New("titles-en"));

        await sut.SeedAsync();

        (await sut.ListAsync()).Select(p => p.Prompt.Name).ShouldBe(["mine", "titles-en", "choose-category-zh", "titles-zh", "choose-category-en", "titles-repair-zh", "titles-repair-en"]);
    }

    [Theory]
    [InlineData("complements-zh", 1)]
    [InlineData("complements-zh@2", 2)]
    [InlineData("complements-zh@production", 1)]
    [InlineData("complements-zh@draft", 2)]
    public async Task ResolveAsync_Reference_GivesTheVersionMeant(string reference, int number)
    {
        await using var database = await CreateAsync();
        var sut = database.Get<PromptService>();
        await sut.AddVersionAsync(Ann, "complements-zh", Version("second"));
        await sut.SetLabelAsync(Ann, "complements-zh", "draft", 2);

        (await sut.ResolveAsync(reference)).Number.ShouldBe(number);
    }

    [Fact]
    public async Task AddVersionAsync_ManyAtOnce_EachGetsANumberOfItsOwn()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<PromptService>();

        var added = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => Task.Run(() => sut.AddVersionAsync(Ann, "complements-zh", Version($"version {n}")))));

        added.Select(v => v.Number).Order().ShouldBe([2, 3, 4, 5, 6, 7]);
        (await sut.GetAsync("complements-zh")).ShouldNotBeNull().Versions.Count.ShouldBe(7);
    }

    [Fact]
    public async Task CreateAsync_SameNameAtOnce_OneIsToldThatItIsTaken()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<PromptService>();

        var both = Task.WhenAll(Task.Run(() => sut.CreateAsync(Ann, New("mine"))), Task.Run(() => sut.CreateAsync(Ann, New("mine"))));

        (await Should.ThrowAsync<PromptRejectedException>(() => both)).Message.ShouldContain("There is already a prompt 'mine'");
    }

    [Fact]
    public async Task ResolveAsync_NoProductionLabel_GivesTheNewest()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<PromptService>();
        await sut.CreateAsync(Ann, New("mine"));
        await sut.AddVersionAsync(Ann, "mine", Version("second"));

        (await sut.ResolveAsync("mine")).Number.ShouldBe(2);
    }

    [Theory]
    [InlineData("nothing", "There is no prompt 'nothing'. Prompts: choose-category-zh, complements-zh, titles-zh, choose-category-en, complements-en, titles-en, titles-repair-zh, titles-repair-en.")]
    [InlineData("complements-zh@7", "The prompt 'complements-zh' has no version or label '7'. Versions: 1 to 1; labels: production.")]
    public async Task ResolveAsync_WhatDoesNotExist_SaysWhatDoes(string reference, string message)
    {
        await using var database = await CreateAsync();

        var missing = await Should.ThrowAsync<PromptNotFoundException>(() => database.Get<PromptService>().ResolveAsync(reference));

        missing.Message.ShouldBe(message);
    }

    [Fact]
    public async Task AddVersionAsync_NewText_KeepsTheOlderVersionsAsTheyWere()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<PromptService>();
        var before = (await sut.GetAsync("complements-zh"))!.Versions.Single();

        var added = await sut.AddVersionAsync(Ann, "complements-zh", Version("shorter") with { TopP = 0.9f, MaxOutputTokens = 99 });

        var detail = (await sut.GetAsync("complements-zh"))!;
        detail.Versions.Select(v => v.Number).ShouldBe([2, 1]);
        detail.Versions[1].Text.ShouldBe(before.Text);
        (added.Author, added.Note, added.TopP, added.MaxOutputTokens, added.CreatedAt).ShouldBe(("ann", "shorter", 0.9f, 99, database.Time.GetUtcNow()));
        detail.Labels[PromptLabel.Production].ShouldBe(1);
    }

    [Fact]
    public async Task AddVersionAsync_SeveralMistakes_SaysAllAtOnceAndStoresNothing()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<PromptService>();
        var bad = new NewPromptVersion { Text = "{{ category.name", Note = " ", Temperature = 3, TopP = 0, MaxOutputTokens = 0 };

        var rejected = await Should.ThrowAsync<PromptRejectedException>(() => sut.AddVersionAsync(Ann, "complements-zh", bad));

        rejected.Problems.Count.ShouldBe(5);
        rejected.Message.ShouldStartWith("This version of 'complements-zh' cannot be stored: line 1, column ");
        (await sut.GetAsync("complements-zh"))!.Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AnyChange_ByAReader_IsDenied()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<PromptService>();

        await Should.ThrowAsync<AccessDeniedException>(() => sut.AddVersionAsync(Reader, "complements-zh", Version("x")));
        await Should.ThrowAsync<AccessDeniedException>(() => sut.CreateAsync(Reader, New("mine")));
        await Should.ThrowAsync<AccessDeniedException>(() => sut.SetLabelAsync(Reader, "complements-zh", "draft", 1));
    }

    [Theory]
    [InlineData("complements-zh", "There is already a prompt")]
    [InlineData("Not A Name", "is not usable")]
    [InlineData("a@b", "is not usable")]
    public async Task CreateAsync_UnusableName_IsRejected(string name, string message)
    {
        await using var database = await CreateAsync();

        var rejected = await Should.ThrowAsync<PromptRejectedException>(() => database.Get<PromptService>().CreateAsync(Ann, New(name)));

        rejected.Problems.ShouldHaveSingleItem().Message.ShouldContain(message);
    }

    [Fact]
    public async Task SetLabelAsync_MovedLabel_KeepsItsHistory()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<PromptService>();
        await sut.AddVersionAsync(Ann, "complements-zh", Version("second"));

        await sut.SetLabelAsync(Ann, "complements-zh", PromptLabel.Production, 2);

        var detail = (await sut.GetAsync("complements-zh"))!;
        detail.Labels[PromptLabel.Production].ShouldBe(2);
        detail.LabelHistory.Select(l => (l.VersionNumber, l.By)).ShouldBe([(2, "ann"), (1, "workbench")]);
        await Should.ThrowAsync<PromptNotFoundException>(() => sut.SetLabelAsync(Ann, "complements-zh", "draft", 9));
        await Should.ThrowAsync<PromptRejectedException>(() => sut.SetLabelAsync(Ann, "complements-zh", "No Good", 1));
    }

    [Fact]
    public async Task GetAsync_UnknownName_IsNull()
    {
        await using var database = await CreateAsync();

        (await database.Get<PromptService>().GetAsync("nothing")).ShouldBeNull();
    }

    private static NewPromptVersion Version(string note) => new() { Text = "{{ category.name }}", Note = note, Temperature = 0.5f };

    private static NewPrompt New(string name) => new(name, "complements", "en", "mine", Version("first"));

    private static async Task<TestDatabase> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync(services => services.AddPrompts());
        await database.Get<PromptService>().SeedAsync();
        return database;
    }
}
