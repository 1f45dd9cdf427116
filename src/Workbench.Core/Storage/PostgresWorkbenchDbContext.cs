using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Storage;

/// <summary>The model on PostgreSQL. Its own type, because each provider has its own migrations.</summary>
public sealed class PostgresWorkbenchDbContext(DbContextOptions<PostgresWorkbenchDbContext> options) : WorkbenchDbContext(options);
