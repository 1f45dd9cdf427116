namespace LlmRec.LlmSimulator;

/// <summary>Turns away requests with a wrong key or for a model that does not exist.</summary>
internal static class Admission
{
    /// <summary>Whether the request was turned away; the error is then sent.</summary>
    public static async Task<bool> DenyAsync(HttpContext context, SimulatorOptions options, string key, string model)
    {
        if (options.RequiredKey is not null && key != options.RequiredKey)
        {
            await ErrorReply.WriteAsync(context, StatusCodes.Status401Unauthorized, "invalid_api_key", "Incorrect API key provided.");
            return true;
        }

        if (options.Models.Count > 0 && !options.Models.Contains(model))
        {
            await ErrorReply.WriteAsync(context, StatusCodes.Status404NotFound, "model_not_found", $"The model '{model}' does not exist.");
            return true;
        }

        return false;
    }
}
