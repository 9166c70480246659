using Connector.DevServer.Faults;

namespace Connector.Tests.Announcing;

/// <summary>Announcements in conversations of Talk, and as notifications, as typed, against the embedded server.</summary>
public sealed class TalkTrials
{
    private const string Room = "Réseau de l'Argentière";

    private const string Channels = $"""
        canaux:
          - id: discussion
            type: talk
            conversation: "{Room}"
          - id: avis
            type: notifications
        """;

    [Test]
    public async Task The_first_run_says_nothing_and_a_moved_meeting_is_told_once_to_the_members()
    {
        await using var place = await AnnouncingPlace.OpenAsync(Channels);
        await place.MoveMeetingAsync();
        Assert.That(await place.WithClientAsync(client => client.Talk.Rooms(default)), Is.Empty);

        var preview = await place.RunAsync("preview");
        Assert.That(
            AnnouncingPlace.Tidy(preview.Out),
            Does.Contain("Rencontre déplacée : Comité stratégique"),
            preview.All
        );
        Assert.That(
            await place.WithClientAsync(client => client.Talk.Rooms(default)),
            Is.Empty,
            "looking makes nothing"
        );

        var sent = await place.RunAsync("send");
        Assert.That(sent.Code, Is.Zero, sent.All);
        var messages = await place.MessagesAsync(Room);
        Assert.That(messages, Has.Count.EqualTo(1));
        Assert.That(
            messages[0],
            Does.Contain("Rencontre déplacée")
                .And.Contain("jeudi 3 décembre à 14 h")
                .And.Contain("Jeudi 10 décembre")
        );
        Assert.That(
            await place.MembersAsync(Room),
            Is.EqualTo(new[] { "admin", "ines.le-goff", "noe.d-almeida", "zoe.saint-exupere" })
        );

        var again = await place.RunAsync("send");
        Assert.That(again.Out, Does.Contain("Rien n'a été envoyé"));
        Assert.That(await place.MessagesAsync(Room), Has.Count.EqualTo(1));
        await place.ApplyAsync();
        Assert.That((await place.RunAsync("status")).Out, Does.Contain("Derniers envois"));
    }

    [Test]
    public async Task Who_was_invited_by_hand_stays_who_leaves_the_group_leaves_and_a_deleted_room_stays_deleted()
    {
        await using var place = await AnnouncingPlace.OpenAsync(Channels);
        await place.MoveMeetingAsync();
        await place.RunAsync("send");
        await place.WithClientAsync(async client =>
        {
            var token = (await client.Talk.Rooms(default))[0].Token;
            await client.Users.Create(
                new()
                {
                    Id = "invitee",
                    DisplayName = "Invitée",
                    Password = "Essai-Passw0rd",
                },
                default
            );
            return await client.Talk.Add(token, "invitee", default);
        });
        var file = await File.ReadAllTextAsync(place.Terminal.Territory);
        await File.WriteAllTextAsync(
            place.Terminal.Territory,
            file.Replace("observateurs: zoe.saint-exupere", "", StringComparison.Ordinal)
                .Replace(
                    "membres: [zoe.saint-exupere, ines.le-goff]",
                    "membres: [ines.le-goff]",
                    StringComparison.Ordinal
                )
        );
        await place.RunAsync("test", "discussion");
        Assert.That(
            await place.MembersAsync(Room),
            Is.EqualTo(new[] { "admin", "ines.le-goff", "invitee", "noe.d-almeida" })
        );

        using var http = place.Http("admin");
        var room = (await place.WithClientAsync(client => client.Talk.Rooms(default)))[0];
        await http.DeleteAsync(
            new Uri(place.Server.BaseAddress, $"ocs/v2.php/apps/spreed/api/v4/room/{room.Token}")
        );
        var said = await place.RunAsync("test", "discussion");
        Assert.That(said.Code, Is.EqualTo(2));
        Assert.That(said.Errors, Does.Contain("La conversation n'est plus là"));
        Assert.That(await place.WithClientAsync(client => client.Talk.Rooms(default)), Is.Empty);
    }

    [Test]
    public async Task A_message_whose_answer_was_lost_is_found_again_and_not_said_twice()
    {
        await using var place = await AnnouncingPlace.OpenAsync(Channels);
        await place.MoveMeetingAsync();
        place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.ResetAfter,
                Verb = "POST",
                Path = "/chat/",
            }
        );
        await place.RunAsync("send");
        place.Time.Advance(TimeSpan.FromHours(1));
        await place.RunAsync("send");
        Assert.That(await place.MessagesAsync(Room), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_newcomer_is_welcomed_by_a_notification_and_a_server_without_talk_is_told()
    {
        await using var place = await AnnouncingPlace.OpenAsync(Channels, talk: false);
        await place.MoveMeetingAsync();
        var file = await File.ReadAllTextAsync(place.Terminal.Territory);
        await File.WriteAllTextAsync(
            place.Terminal.Territory,
            file.Replace(
                    "comités:",
                    "  - id: luc\n    nom: Luc <b>Nouveau</b> @all\ncomités:",
                    StringComparison.Ordinal
                )
                .Replace("membres: noe.d-almeida", "membres: [noe.d-almeida, luc]", StringComparison.Ordinal)
        );
        await place.ApplyAsync();
        var said = await place.RunAsync("send");
        Assert.That(said.Code, Is.EqualTo(2), said.All);
        Assert.That(said.Errors, Does.Contain("Talk n'est pas installée"));
        // People get the moved meeting as well, each once.
        Assert.That(said.Out, Does.Contain("4 messages envoyés"), said.All);
        var status = await place.JsonAsync("status");
        Assert.That(status.GetProperty("waiting").GetInt32(), Is.EqualTo(1), "Talk's share waits");
    }
}
