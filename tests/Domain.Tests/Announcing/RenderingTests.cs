using System.Text.RegularExpressions;
using Connector.Domain.Announcing;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Announcing;

/// <summary>Whatever people write into a title, it stays words: no call, no link, no markup, no further line.</summary>
internal sealed partial class RenderingTests
{
    private static readonly string[] Nasty =
    [
        "@everyone",
        "@channel @here @all <!channel> <!here> <@U123|tout le monde>",
        "https://evil.example/ http://evil.example",
        "[cliquez](https://evil.example)",
        "![x](https://evil.example/p.png)",
        "<a href=\"https://evil.example\">x</a><script>alert(1)</script>",
        "<https://evil.example|banque>",
        "**gras** _i_ ~~non~~ `code` > citation # titre",
        "# Titre\n## autre\r\n- liste",
        "1. premier",
        "- tiret",
        "a\u202Egnp.exe",
        "x\u0000y\u001b[31mz",
        "evil.example",
        "www.evil.example/a?b=c&d=e",
        "| a | b |\n|---|---|",
        "&lt;script&gt; &#64;all",
        "\uD800",
        "=HYPERLINK(\"https://evil.example\")",
        "Subject: x\r\nBcc: victim@example.org",
        "👩‍👩‍👧 famille",
    ];

    private static readonly ChannelKind[] Kinds = Enum.GetValues<ChannelKind>();

    [Test]
    public void Nasty_words_do_no_harm_in_any_rendering()
    {
        foreach (var words in Nasty)
        {
            Check(words);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property No_words_do_harm_in_any_rendering() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), words => Check(words ?? ""));

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Nor_do_nasty_pieces_in_any_order() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int[]>(),
            picks => Check(string.Concat((picks ?? []).Select(pick => Nasty[(pick & 0xffff) % Nasty.Length])))
        );

    [Test]
    public void A_link_of_ours_is_one_and_others_are_not()
    {
        var good = new Uri("https://nuage.exemple.fr/f/12?a=(b)&c=d");
        Assert.That(
            Of(ChannelKind.Talk, good),
            Does.Contain("[Ordre du jour](https://nuage.exemple.fr/f/12?a=%28b%29&c=d)")
        );
        Assert.That(
            Of(ChannelKind.Slack, good),
            Does.Contain("<https://nuage.exemple.fr/f/12?a=%28b%29&amp;c=d|Ordre du jour>")
        );
        Assert.That(
            Of(ChannelKind.Email, good),
            Does.Contain("Ordre du jour : https://nuage.exemple.fr/f/12?a=%28b%29&c=d")
        );
        foreach (
            var address in new[]
            {
                "javascript:alert(1)",
                "https://banque.fr@evil.example/",
                "file:///etc/passwd",
            }
        )
        {
            foreach (var kind in Kinds)
            {
                Assert.That(Of(kind, new Uri(address)), Does.Not.Contain("evil").And.Not.Contain("alert"));
            }

            Assert.That(Html(new Uri(address)), Does.Not.Contain("href"));
        }
    }

    [Test]
    public void Words_look_as_they_were_written()
    {
        Assert.That(
            Plain("Jeunes & numérique : l'été – 14 h 30 (salle B)"),
            Is.EqualTo("Jeunes & numérique : l'été – 14 h 30 (salle B)")
        );
        Assert.That(new SlackRendering().Words("a & b < c"), Is.EqualTo("a &amp; b &lt; c"));
        Assert.That(new MattermostRendering().Words("l'été [bis] *"), Is.EqualTo(@"l'été \[bis\] \*"));
        Assert.That(Plain("👩‍👩‍👧"), Is.EqualTo("👩‍👩‍👧"));
    }

    [Test]
    public void A_message_that_is_too_long_is_cut_at_a_line_and_says_so()
    {
        var lines = Enumerable.Range(0, 3_000).Select(n => TextLine.Item($"Ligne {n} de la lettre")).ToList();
        foreach (var kind in Kinds)
        {
            var rendering = Rendering.Of(kind);
            var text = rendering.Write(new Message("Lettre", [new AnnouncementText("Lettre", lines)]));
            Assert.That(text, Has.Length.LessThanOrEqualTo(rendering.Longest), $"{kind}");
            if (kind is not (ChannelKind.Email or ChannelKind.Notifications))
            {
                Assert.That(text, Does.EndWith("la suite est dans Nextcloud."), $"{kind}");
            }
        }
    }

    [Test]
    public void Several_announcements_are_one_message_with_a_subject_of_their_own()
    {
        var parts = new[] { "Un", "Deux" }.Select(title => new AnnouncementText(title, [TextLine.Say("…")]));
        var text = new TalkRendering().Write(new Message("2 nouvelles", [.. parts]));
        Assert.That(text, Is.EqualTo("**2 nouvelles**\n\n**Un**\n…\n\n**Deux**\n…"));
    }

    private static void Check(string words)
    {
        foreach (var kind in Kinds)
        {
            var rendered = Rendering.Of(kind).Words(words);
            Assert.That(
                rendered,
                Does.Not.Contain('\n').And.Not.Contain('\r').And.Not.Contain('\0'),
                $"{kind}"
            );
            Assert.That(Call().IsMatch(rendered), Is.False, $"{kind}: a call in {rendered}");
            Assert.That(rendered.Contains("://", StringComparison.Ordinal), Is.False, $"{kind}: {rendered}");
            Assert.That(Domain().IsMatch(rendered), Is.False, $"{kind}: a domain in {rendered}");
        }

        var slack = new SlackRendering().Words(words);
        Assert.That(
            slack,
            Does.Not.Contain('<').And.Not.Contain('>').And.Not.Contain('*').And.Not.Contain('`')
        );
        Assert.That(BareAmpersand().IsMatch(slack), Is.False, slack);
        foreach (
            var markdown in new[] { new TalkRendering().Words(words), new MattermostRendering().Words(words) }
        )
        {
            Assert.That(Unescaped().IsMatch(markdown), Is.False, markdown);
            Assert.That(Beginning().IsMatch(markdown), Is.False, markdown);
        }

        var html = HtmlRendering.Words(words);
        Assert.That(
            html,
            Does.Not.Contain('<').And.Not.Contain('>').And.Not.Contain('"').And.Not.Contain('\'')
        );
        Assert.That(System.Net.WebUtility.HtmlDecode(html), Is.EqualTo(TamedWords.Of(words)));
    }

    private static string Plain(string words) => new PlainRendering().Words(words);

    private static Message Linked(Uri address) =>
        new("Titre", [new AnnouncementText("Titre", [.. TextLine.Link("Ordre du jour", address)])]);

    private static string Of(ChannelKind kind, Uri address) => Rendering.Of(kind).Write(Linked(address));

    private static string Html(Uri address) => HtmlRendering.Write(Linked(address), Language.French);

    [GeneratedRegex(@"@[^\s\u2060]")]
    private static partial Regex Call();

    [GeneratedRegex(@"[\p{L}\p{N}]\.\p{L}")]
    private static partial Regex Domain();

    [GeneratedRegex("&(?!amp;|lt;|gt;)")]
    private static partial Regex BareAmpersand();

    /// <summary>A sign of Markdown with an even number of backslashes before it.</summary>
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[`*_\[\]#|~]")]
    private static partial Regex Unescaped();

    [GeneratedRegex(@"^(?:[-+=>]|\d+[.)])")]
    private static partial Regex Beginning();
}
