namespace LlmRec.LlmSimulator;

// Not top-level statements: their class would be a second "Program" beside the app's in projects that reference both.
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) => SimulatorCommand.Create().Parse(args).InvokeAsync();
}
