using Connector.Domain;
using Spectre.Console;

namespace Connector.Cli.Demo;

/// <summary>Prints the addresses and sign-ins to look around with.</summary>
internal sealed class SignInCard(Doorway door)
{
    public void Show(
        Uri console,
        Uri server,
        DemoPerson admin,
        IReadOnlyList<DemoPerson> people,
        IReadOnlyList<(string Name, Uri Address)> calendars
    )
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(Say("Identifiant", "Sign-in"));
        table.AddColumn(Say("Mot de passe", "Password"));
        table.AddColumn(Say("Qui", "Who"));
        foreach (var person in people.Append(admin))
        {
            table.AddRow(
                person.UserId.EscapeMarkup(),
                person.Password.EscapeMarkup(),
                person.Meaning.In(door.Language).EscapeMarkup()
            );
        }

        door.Out.WriteLine();
        door.Out.MarkupLineInterpolated($"[bold]{Say("Pour regarder", "To look around")}[/]");
        Line(
            Say("Console de Connector, sans mot de passe", "Connector's console, without a password"),
            console.AbsoluteUri
        );
        Line(Say("Navigateur", "Browser"), server.AbsoluteUri);
        Line("WebDAV", new Uri(server, $"remote.php/dav/files/{people[0].UserId}/").AbsoluteUri);
        Line("CalDAV", new Uri(server, "remote.php/dav/").AbsoluteUri);
        door.Out.Write(table);
        door.Out.MarkupLineInterpolated(
            $"[bold]{Say("Agendas, pour un téléphone", "Calendars, for a phone")}[/]"
        );
        foreach (var (name, address) in calendars)
        {
            Line(name, address.AbsoluteUri);
        }
    }

    private void Line(string what, string address) =>
        door.Out.MarkupLineInterpolated($"  {what} : [teal]{address}[/]");

    private string Say(string french, string english) => new Domain.Text(french, english).In(door.Language);
}
