using System.Security.Cryptography;
using System.Text.Json;

namespace LlmRec.Workbench.Perplexity;

/// <summary>
/// Names what a model file measures, so that figures of two models never carry one name. The first model that was opened under a file name is called like the file;
/// another one that takes its place is called <c>zh_CN.lm#1a2b3c4d</c>, after its content. The first ones are remembered beside the models.
/// </summary>
internal sealed class ModelNames(string folder)
{
    /// <summary>Hidden, so that nobody takes it for a model.</summary>
    private const string FileName = ".fingerprints.json";

    private const int Blocks = 64;
    private const int BlockBytes = 1 << 20;
    private const int FingerprintBytes = 4;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private readonly Lock _lock = new();

    /// <param name="path">The model that was opened.</param>
    /// <param name="name">Its path below the models folder, with slashes.</param>
    /// <returns>The plain name where nothing can be remembered (a folder that may not be written).</returns>
    public string Of(string path, string name)
    {
        try
        {
            var fingerprint = Fingerprint(path);
            lock (_lock)
            {
                var first = Read();
                if (first.TryAdd(name, fingerprint))
                {
                    Write(first);
                }

                return first[name] == fingerprint ? name : $"{name}#{fingerprint}";
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return name;
        }
    }

    // 64 MB are read whole; of a larger file its length and 64 blocks of it, evenly spread: enough for models, which nobody forges.
    private static string Fingerprint(string path)
    {
        using var file = File.OpenRead(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(file.Length));
        var step = Math.Max(BlockBytes, (file.Length - BlockBytes) / (Blocks - 1));
        var buffer = new byte[BlockBytes];
        for (var (block, at) = (0, 0L); block < Blocks && at < file.Length; block++, at += step)
        {
            file.Position = at;
            hash.AppendData(buffer, 0, file.ReadAtLeast(buffer, BlockBytes, throwOnEndOfStream: false));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, FingerprintBytes));
    }

    private Dictionary<string, string> Read()
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private void Write(Dictionary<string, string> first)
    {
        var aside = Path.Combine(folder, $"{FileName}.{Environment.ProcessId}");
        File.WriteAllText(aside, JsonSerializer.Serialize(first, Json));
        File.Move(aside, Path.Combine(folder, FileName), overwrite: true);
    }
}
