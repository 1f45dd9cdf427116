namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>The statements of <see cref="ItemStaging"/>, the same for every database.</summary>
internal static class ItemStagingSql
{
    public const string Create = """
        DROP TABLE IF EXISTS "StagedItems";
        CREATE TEMPORARY TABLE "StagedItems"
            ("Line" INTEGER PRIMARY KEY, "Id" TEXT NOT NULL, "HasOwnId" INTEGER NOT NULL, "Title" TEXT, "CategoryId" TEXT, "Attributes" TEXT NOT NULL)
        """;

    public const string Index = """CREATE INDEX "IX_StagedItems" ON "StagedItems" ("Id", "Line"); ANALYZE "StagedItems" """;

    public const string Duplicates = """
        SELECT row."Line", row."Id", row."HasOwnId", kept."Line", CASE WHEN row."CategoryId" IS NOT DISTINCT FROM kept."CategoryId" THEN 1 ELSE 0 END
        FROM (SELECT "Id", MIN("Line") AS "Line" FROM "StagedItems" GROUP BY "Id" HAVING COUNT(*) > 1) AS first
        JOIN "StagedItems" AS kept ON kept."Line" = first."Line"
        JOIN "StagedItems" AS row ON row."Id" = first."Id" AND row."Line" > first."Line"
        ORDER BY row."Line"
        """;

    public const string RemoveDuplicates = """
        DELETE FROM "StagedItems" WHERE "Line" IN
            (SELECT later."Line" FROM "StagedItems" AS later JOIN "StagedItems" AS earlier ON earlier."Id" = later."Id" AND earlier."Line" < later."Line")
        """;

    public const string Differences = """
        SELECT row."Id", row."Title", row."CategoryId", CASE WHEN item."Id" IS NULL THEN 1 ELSE 0 END, item."Title", item."CategoryId",
            CASE WHEN item."Title" <> row."Title" OR item."Attributes" <> row."Attributes" THEN 1 ELSE 0 END
        FROM "StagedItems" AS row LEFT JOIN "Items" AS item ON item."Id" = row."Id"
        WHERE item."Id" IS NULL OR item."Title" <> row."Title" OR item."Attributes" <> row."Attributes"
            OR (row."CategoryId" IS NOT NULL AND row."CategoryId" IS DISTINCT FROM item."CategoryId")
        ORDER BY row."Line"
        """;

    /// <summary>A file that names no category says nothing about it: the product stays where it is.</summary>
    public const string Write = """
        INSERT INTO "Items" ("Id", "CategoryId", "Title", "Attributes")
        SELECT "Id", "CategoryId", "Title", "Attributes" FROM "StagedItems" WHERE "Line" > @from AND "Line" <= @to ORDER BY "Id"
        ON CONFLICT ("Id") DO UPDATE SET
            "CategoryId" = COALESCE(excluded."CategoryId", "Items"."CategoryId"), "Title" = excluded."Title", "Attributes" = excluded."Attributes"
        WHERE "Items"."Title" <> excluded."Title" OR "Items"."Attributes" <> excluded."Attributes"
            OR (excluded."CategoryId" IS NOT NULL AND excluded."CategoryId" IS DISTINCT FROM "Items"."CategoryId")
        """;

    public const string Drop = """DROP TABLE IF EXISTS "StagedItems" """;
}
