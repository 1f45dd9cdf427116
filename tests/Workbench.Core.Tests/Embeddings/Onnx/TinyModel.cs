using System.Runtime.InteropServices;

namespace LlmRec.Workbench.Tests.Embeddings.Onnx;

/// <summary>
/// Writes ONNX models of one node, as onnx.proto3 says: <c>Gather(table, input_ids)</c>, a row of a table for each token. Every further input is there and goes nowhere.
/// </summary>
internal sealed record TinyModel
{
    private const int Float = 1;
    private const int Int64 = 7;

    /// <summary>One row per token of the vocabulary.</summary>
    public required float[][] Table { get; init; }

    public IReadOnlyList<string> Inputs { get; init; } = ["input_ids", "attention_mask", "token_type_ids"];

    public string Output { get; init; } = "last_hidden_state";

    /// <summary>Takes the mean over all tokens inside the model, padding too, so that it gives one vector per text.</summary>
    public bool Pooled { get; init; }

    public void Save(string path) => File.WriteAllBytes(path, new ProtoWriter()
        .Number(1, 8) // ir_version
        .Message(7, WriteGraph)
        .Message(8, opset => opset.Text(1, "").Number(2, 13))
        .ToArray());

    private void WriteGraph(ProtoWriter graph)
    {
        graph.Message(1, node => node.Text(1, "table").Text(1, Inputs[0]).Text(2, Pooled ? "tokens" : Output).Text(4, "Gather"));
        if (Pooled)
        {
            graph.Message(1, node => node.Text(1, "tokens").Text(2, Output).Text(4, "ReduceMean")
                .Message(5, axes => axes.Text(1, "axes").Number(8, 1).Number(20, 7))
                .Message(5, keep => keep.Text(1, "keepdims").Number(3, 0).Number(20, 2)));
        }

        graph.Text(2, "tiny").Message(5, WriteTable);
        foreach (var input in Inputs)
        {
            graph.Message(11, value => WriteValue(value, input, Int64, "batch", "sequence"));
        }

        graph.Message(12, value => WriteValue(value, Output, Float, Pooled ? ["batch", Table[0].Length] : ["batch", "sequence", Table[0].Length]));
    }

    private void WriteTable(ProtoWriter tensor) => tensor.Number(1, Table.Length).Number(1, Table[0].Length).Number(2, Float).Text(8, "table")
        .Bytes(9, MemoryMarshal.AsBytes<float>(Table.SelectMany(row => row).ToArray()));

    private static void WriteValue(ProtoWriter value, string name, int type, params IReadOnlyList<object> shape) => value.Text(1, name).Message(2, t => t.Message(1, tensor =>
        tensor.Number(1, type).Message(2, dimensions =>
        {
            foreach (var size in shape)
            {
                dimensions.Message(1, dimension => _ = size is int number ? dimension.Number(1, number) : dimension.Text(2, (string)size));
            }
        })));
}
