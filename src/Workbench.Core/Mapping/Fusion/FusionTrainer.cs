using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>
/// Fits the fusion to judged texts: logistic regression (L-BFGS, L2) that stays near a known model where examples say little. The known model takes part as
/// invented candidates, answered by it; what the examples change against a fit on those alone is added to it. Equal input gives equal output.
/// </summary>
public static class FusionTrainer
{
    /// <summary>Judged texts that the known model weighs as much as.</summary>
    public const double DefaultTrust = 200;

    private const int Seed = 20261124;

    /// <summary>The start, moved by the examples; exactly the start without any.</summary>
    /// <param name="examples">Judged texts, best with all their candidates.</param>
    /// <param name="start">The model to stay near.</param>
    /// <param name="trust">How many texts the start weighs as much as, above 0.</param>
    public static FusionCoefficients Fit(IReadOnlyList<FusionExample> examples, FusionCoefficients start, double trust = DefaultTrust)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trust);
        var judged = examples.SelectMany(example => Rows(example, start.Standing)).ToList();
        if (judged.Count == 0)
        {
            return start;
        }

        var known = FusionProbes.Of(start, trust).ToList();
        var (before, after) = (Train(known), Train([.. known, .. judged]));
        return start with
        {
            Intercept = start.Intercept + after.Intercept - before.Intercept,
            Weights = FusionFeatures.Names.Select((name, i) => (name, Value: start.Weights.GetValueOrDefault(name) + after.Weights[i] - before.Weights[i]))
                .ToDictionary(w => w.name, w => w.Value),
        };
    }

    private static IEnumerable<FusionRow> Rows(FusionExample example, FusionStanding standing) =>
        FusionFeatures.Of(example.Candidates, standing).Select((features, i) => new FusionRow { Features = [.. features.Values], Label = example.Right.Contains(i), Weight = (float)example.Weight });

    private static (double Intercept, IReadOnlyList<float> Weights) Train(IReadOnlyList<FusionRow> rows)
    {
        var schema = SchemaDefinition.Create(typeof(FusionRow));
        schema[nameof(FusionRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, FusionFeatures.Names.Count);
        var ml = new MLContext(Seed);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            ExampleWeightColumnName = nameof(FusionRow.Weight), L1Regularization = 0, L2Regularization = 0.1f,
            NumberOfThreads = 1, OptimizationTolerance = 1e-6f, MaximumNumberOfIterations = 500,
        });
        var model = trainer.Fit(ml.Data.LoadFromEnumerable(rows, schema)).Model.SubModel;
        return (model.Bias, model.Weights);
    }
}
