using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Domain.Tests.Directories;

internal sealed class VisitBookTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Test]
    public void Whom_to_meet_comes_by_the_day_that_was_agreed_on()
    {
        var report = Of(
            [
                Actor("a") with
                {
                    Contact = ContactState.ToMeet,
                },
                Actor("b") with
                {
                    Contact = ContactState.ToMeet,
                },
                Actor("c") with
                {
                    Contact = ContactState.Met,
                },
            ],
            Row("b", date: Today.AddDays(5)),
            Row("b", date: Today.AddDays(-40)),
            Row("c", date: Today.AddDays(7))
        );
        Assert.That(
            report.ToMeet.Select(one => (one.Organisation.Id, one.On)),
            Is.EqualTo(
                new (string, DateOnly?)[] { ("b", Today.AddDays(5)), ("c", Today.AddDays(7)), ("a", null) }
            )
        );
        Assert.That(report.Made, Is.EqualTo(1));
    }

    [Test]
    public void Next_steps_are_due_until_somebody_says_that_they_are_done()
    {
        var report = Of(
            [Actor("a"), Actor("b")],
            Row("a") with
            {
                Next = "rappeler",
            },
            Row("a") with
            {
                Next = "écrire",
                NextOn = Today.AddDays(3),
            },
            Row("b") with
            {
                Next = "envoyer",
                NextOn = Today.AddDays(-10),
            },
            Row("b") with
            {
                Next = "fini",
                NextOn = Today.AddDays(-90),
                IsDone = true,
            },
            Row("b") with
            {
                Next = "voir",
                NextOn = Today,
            }
        );
        Assert.That(
            report.FollowUps.Select(one => (one.Visit.Next, one.DaysLate)),
            Is.EqualTo(
                new (string?, int?)[] { ("envoyer", 10), ("voir", 0), ("écrire", -3), ("rappeler", null) }
            )
        );
    }

    [Test]
    public void A_record_is_stale_a_year_after_its_last_word()
    {
        var report = Of(
            [
                Updated("vieux", "2025-11-29"),
                Updated("a-temps", "2025-11-30"),
                Updated("vu", "2020-01-01"),
                Actor("jamais"),
            ],
            Row("vu", date: Today.AddDays(-1)),
            Row("jamais", date: Today.AddDays(1))
        );
        Assert.That(
            report.Stale.Select(one => (one.Organisation.Id, one.Last)),
            Is.EqualTo(new (string, DateOnly?)[] { ("jamais", null), ("vieux", new DateOnly(2025, 11, 29)) })
        );
        Assert.That(report.Unvisited.Select(one => one.Id), Is.EqualTo(new[] { "vieux", "a-temps" }));
    }

    [Test]
    public void A_person_is_stale_only_where_a_day_was_written()
    {
        var territory = Territory([Actor("a")]) with
        {
            People =
            [
                new Person
                {
                    Id = "ines",
                    Name = "Inès",
                    ConfirmedOn = Today.AddMonths(-13),
                },
                new Person
                {
                    Id = "noe",
                    Name = "Noé",
                    ConfirmedOn = Today.AddMonths(-2),
                },
                new Person { Id = "zoe", Name = "Zoé" },
            ],
        };
        Assert.That(
            VisitBook.Of(territory, Today).StalePeople.Select(one => one.Person.Id),
            Is.EqualTo(new[] { "ines" })
        );
    }

    [Test]
    public void States_that_do_not_agree_are_told_by_the_latest_visit()
    {
        var report = Of(
            [
                Actor("a") with
                {
                    Contact = ContactState.ToMeet,
                },
                Actor("b") with
                {
                    Contact = ContactState.Met,
                },
            ],
            Row("a", date: Today.AddDays(-3)) with
            {
                State = ContactState.Met,
            },
            Row("a", date: Today.AddDays(-9)) with
            {
                State = ContactState.ToMeet,
            },
            Row("b", date: Today.AddDays(-3)) with
            {
                State = ContactState.Met,
            }
        );
        Assert.That(report.Doubts.Select(one => one.Organisation.Id), Is.EqualTo(new[] { "a" }));
    }

    private static VisitReport Of(IReadOnlyList<Organisation> organisations, params Visit[] visits) =>
        VisitBook.Of(Territory(organisations) with { Visits = visits }, Today);

    private static Territory Territory(IReadOnlyList<Organisation> organisations) =>
        Some.Territory() with
        {
            Organisations = [Actor("coordination"), .. organisations],
            CoordinatingOrganisation = "coordination",
            People = [],
        };

    private static Organisation Actor(string id) => new() { Id = id, Name = $"Structure {id}" };

    private static Organisation Updated(string id, string day) =>
        Actor(id) with
        {
            Place = PlaceRecord.Empty.With(StandardColumn.UpdatedOn, day),
        };

    private static Visit Row(string organisation, DateOnly? date = null) =>
        new()
        {
            Organisation = organisation,
            Date = date,
            Place = new SourcePlace("Annuaire.xlsx", 2, 1, "Rencontres"),
        };
}
