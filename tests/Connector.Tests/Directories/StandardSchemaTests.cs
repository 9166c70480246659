using System.Text.Json;
using Connector.Domain.Directories;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests.Directories;

/// <summary>What the program knows of the national standard, against its published schema.</summary>
internal sealed class StandardSchemaTests
{
    [Test]
    public void Columns_and_values_are_those_of_the_schema()
    {
        if (Repository.SharedData("standard-mediation-num-1.0.2.schema.json") is not { } path)
        {
            Assert.Ignore(
                "The schema standard-mediation-num-1.0.2.schema.json is not beside this repository."
            );
            return;
        }

        using var schema = JsonDocument.Parse(File.ReadAllText(path));
        var fields = schema.RootElement.GetProperty("fields").EnumerateArray().ToList();
        Assert.That(
            fields.Select(field => field.GetProperty("name").GetString()),
            Is.EqualTo(StandardColumns.All.Select(StandardColumns.Name))
        );
        foreach (var (field, column) in fields.Zip(StandardColumns.All))
        {
            var constraints = field.GetProperty("constraints");
            Assert.That(
                constraints.TryGetProperty("required", out var required) && required.GetBoolean(),
                Is.EqualTo(StandardColumns.Required.Contains(column)),
                StandardColumns.Name(column)
            );
            foreach (var value in StandardChoices.Of(column))
            {
                Assert.That(value, Does.Match("^" + constraints.GetProperty("pattern").GetString()));
            }
        }
    }
}
