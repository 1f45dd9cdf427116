using System.Globalization;
using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Prints a report's figures on standard output, one per line.</summary>
internal static class VectorFigures
{
    public static void Print(VectorReport report, string name)
    {
        Write($"{name}\t{report.Rows} rows\t{report.InputDimensions} to {report.Dimensions} dimensions\t{report.Seconds:0.0} s");
        if (report.AskedDimensions > report.Dimensions)
        {
            Console.Error.WriteLine($"The rows span only {report.Dimensions} directions; {report.AskedDimensions} were asked for.");
        }

        if (report.Tokens > 0)
        {
            Write($"cost\t{report.Tokens} tokens\t{report.Cost:0.######} {report.Currency}");
        }

        if (report.Whitening is { } whitening)
        {
            Write($"explained variance\t{whitening.ExplainedVariance[^1]:0.0000}");
            Write($"mean cosine\t{whitening.Before.MeanCosine:0.0000}\t{whitening.After.MeanCosine:0.0000}");
            Write($"isotropy\t{whitening.Before.Partition:0.0000}\t{whitening.After.Partition:0.0000}");
            Write($"neighbour agreement\t{whitening.NeighbourAgreement:0.0000}\t(top {whitening.Neighbours} of a sample of {whitening.SampleSize})");
        }
        else if (report.Before is { } before)
        {
            Write($"mean cosine\t{before.MeanCosine:0.0000}");
            Write($"isotropy\t{before.Partition:0.0000}");
        }
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
