using Connector.Service;

namespace Connector.Connector.Tests.Service;

public sealed class ScheduleTextTests
{
    [TestCase("toutes les 15 minutes", 900)]
    [TestCase("Toutes les  15  Minutes", 900)]
    [TestCase("every 15 minutes", 900)]
    [TestCase("every 2 hours", 7200)]
    [TestCase("tous les 2 jours", 172_800)]
    [TestCase("chaque heure", 3600)]
    [TestCase("toutes les 30 s", 30)]
    [TestCase("every minute", 60)]
    public void Intervals_are_words(string written, int seconds) =>
        Assert.That(ScheduleText.Parse(written)?.Every, Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("chaque jour à 2 h 30", "0 30 2 ? * *")]
    [TestCase("every day at 2:30", "0 30 2 ? * *")]
    [TestCase("chaque nuit à 3h", "0 0 3 ? * *")]
    [TestCase("chaque lundi à 7:00", "0 0 7 ? * 2")]
    [TestCase("every sunday at 23:59", "0 59 23 ? * 1")]
    [TestCase("30 2 * * *", "0 30 2 * * ?")]
    [TestCase("*/10 8-18 * * 1-5", "0 */10 8-18 ? * 2-6")]
    [TestCase("0 6 * * 0", "0 0 6 ? * 1")]
    [TestCase("0 6 1 * *", "0 0 6 1 * ?")]
    [TestCase("15 0 0/4 ? * *", "15 0 0/4 ? * *")]
    public void Hours_are_words_or_cron(string written, string cron) =>
        Assert.That(ScheduleText.Parse(written)?.Cron, Is.EqualTo(cron));

    [TestCase("jamais")]
    [TestCase("never")]
    public void Never_is_a_schedule(string written) =>
        Assert.That(ScheduleText.Parse(written)?.IsNever, Is.True);

    [TestCase("")]
    [TestCase("toutes les 5 secondes")]
    [TestCase("tous les 40 jours")]
    [TestCase("chaque jour à 25 h")]
    [TestCase("chaque blursday à 7 h")]
    [TestCase("quinze minutes")]
    [TestCase("61 2 * * *")]
    [TestCase("* * * * * * * *")]
    public void Anything_else_is_refused(string written) => Assert.That(ScheduleText.Parse(written), Is.Null);
}
