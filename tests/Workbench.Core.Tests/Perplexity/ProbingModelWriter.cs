using System.Text;
using LlmRec.Workbench.Perplexity.Kenlm;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>The part of a probing binary between header and words.</summary>
internal static class ProbingModelWriter
{
    public static IReadOnlyList<string> Write(BinaryWriter writer, TestNgrams model, bool hasRest)
    {
        List<string> words = ["<unk>", .. model[1].Keys.Where(word => word != "<unk>")];
        var ids = words.Index().ToDictionary(pair => pair.Item, pair => (uint)pair.Index);
        writer.Write(0u);
        writer.Write((uint)words.Count);
        WriteTable(writer, words.Count, 12, words.Skip(1).Select(word => (WordHash.OfWord(Encoding.UTF8.GetBytes(word)), BitConverter.GetBytes(ids[word]))));
        foreach (var word in words)
        {
            writer.Write(Weights(model, word, 1, hasRest));
        }

        writer.Write(new byte[hasRest ? 12 : 8]);
        for (var n = 2; n <= model.Order; n++)
        {
            var stride = n == model.Order ? 12 : hasRest ? 20 : 16;
            WriteTable(writer, model[n].Count, stride, model[n].Keys.Select(gram => (Key(gram, ids), Weights(model, gram, n, hasRest)[..(stride - 8)])));
        }

        return words;
    }

    private static ulong Key(string gram, Dictionary<string, uint> ids)
    {
        var words = gram.Split(' ').Reverse().Select(word => ids[word]).ToList();
        return words.Skip(1).Aggregate((ulong)words[0], WordHash.Extend);
    }

    private static byte[] Weights(TestNgrams model, string gram, int length, bool hasRest)
    {
        var endsLonger = length < model.Order && model[length + 1].Keys.Any(longer => longer.EndsWith(" " + gram, StringComparison.Ordinal));
        var prob = model[length][gram].Prob;
        return [.. BitConverter.GetBytes(endsLonger ? -prob : prob), .. BitConverter.GetBytes(BinaryModelWriter.Backoff(model, gram, length)), .. hasRest ? BitConverter.GetBytes(-9f) : []];
    }

    private static void WriteTable(BinaryWriter writer, int count, int stride, IEnumerable<(ulong Key, byte[] Values)> entries)
    {
        var buckets = (int)ProbingTable.BucketsFor(count, BinaryModelWriter.Multiplier);
        var table = new byte[buckets * stride];
        foreach (var (key, values) in entries)
        {
            var bucket = (int)(key % (ulong)buckets);
            while (BitConverter.ToUInt64(table, bucket * stride) != 0)
            {
                bucket = (bucket + 1) % buckets;
            }

            BitConverter.GetBytes(key).CopyTo(table, bucket * stride);
            values.CopyTo(table, (bucket * stride) + 8);
        }

        writer.Write(table);
    }
}
