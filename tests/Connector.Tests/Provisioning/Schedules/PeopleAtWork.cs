using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Tests.Provisioning.Schedules;

/// <summary>Somebody who writes, renames, moves and deletes anywhere in the tree, and remembers every word.</summary>
internal sealed class PeopleAtWork(NextcloudClient eyes, Hands hands, Random random)
{
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    /// <summary>Up to four edits; each text that a person writes is unlike any other.</summary>
    public async Task EditAsync()
    {
        for (var edits = random.Next(5); edits > 0; edits--)
        {
            var all = (await eyes.Files.Propfind("", DavDepth.Infinity, default)).Resources;
            var inside = all.Where(node => node.Path.Contains('/', StringComparison.Ordinal)).ToList();
            if (inside.Count == 0)
            {
                return;
            }

            await Edit(inside[random.Next(inside.Count)]);
        }
    }

    public async Task NothingIsLostAsync(string where)
    {
        foreach (var (path, text) in _written)
        {
            Assert.That(await hands.Read(path), Is.EqualTo(text), $"{where}: {path}");
        }
    }

    /// <summary>Somebody gave a folder or file another path, or threw it away.</summary>
    public void Moved(string from, string? to)
    {
        foreach (
            var path in _written
                .Keys.Where(path => path == from || path.StartsWith($"{from}/", StringComparison.Ordinal))
                .ToList()
        )
        {
            _written.Remove(path, out var text);
            if (to is not null)
            {
                _written[to + path[from.Length..]] = text!;
            }
        }
    }

    private async Task Edit(DavResource node)
    {
        var folder = DavPath.Parent(node.Path);
        var text = $"texte {random.Next():x8}";
        switch (random.Next(5))
        {
            case 0 when !node.IsFolder:
                await Write(node.Path, text);
                break;
            case 1:
                await Write($"{folder}/note {text}.txt", text);
                break;
            case 2 or 3:
                await hands.Move(node.Path, $"{folder}/renommé {text}");
                Moved(node.Path, $"{folder}/renommé {text}");
                break;
            default:
                await hands.Delete(node.Path);
                Moved(node.Path, null);
                break;
        }
    }

    private async Task Write(string path, string text)
    {
        await hands.Write(path, text);
        _written[path] = text;
    }
}
