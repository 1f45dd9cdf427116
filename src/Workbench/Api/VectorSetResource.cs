using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Web.Api;

/// <summary>A finished vector set as the API shows it; addresses are relative to the host.</summary>
internal sealed record VectorSetResource(int Number, string Text, string Generator, int Rows, int Dimensions, string CreatedBy, DateTimeOffset CreatedAt, string Url)
{
    public static VectorSetResource From(VectorSet set) => new(
        set.Number, set.Text, set.Generator, set.Done, VectorJson.Read(set.Report)?.Dimensions ?? set.Dimensions, set.CreatedBy, set.CreatedAt, $"{VectorsApi.Root}/{set.Number}");
}

/// <summary>A finished vector set with its report.</summary>
internal sealed record VectorSetDetailResource(VectorSetResource Set, VectorReport Report);
