namespace LlmRec.Workbench.Embeddings;

/// <summary>Where ordered vector sets wait for a worker of the host.</summary>
public interface IVectorQueue
{
    void Enqueue(int number);
}
