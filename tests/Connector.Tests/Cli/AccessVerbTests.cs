using System.Text.Json;
using Connector.Tests.Provisioning;

namespace Connector.Connector.Tests.Cli;

/// <summary>Who can see what, as typed, against a workspace that was just made.</summary>
public sealed class AccessVerbTests
{
    private const string Noe = "noe.d-almeida";
    private Workplace _place = null!;
    private Terminal _terminal = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = Terminal.At(_place);
        using var administrator = _place.Administrator();
        await administrator.Administer(
            "POST",
            "ocs/v2.php/cloud/users",
            ("userid", Noe),
            ("password", Workplace.Password),
            ("displayName", "Noé, de la médiathèque")
        );
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.ToString());
        _terminal.Environment["CONNECTOR_AS_PASSWORD"] = Workplace.Password;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Every_computed_right_is_proved_as_that_person()
    {
        var proofs = (await Json("--as", Noe)).GetProperty("proofs").EnumerateArray().ToList();
        Assert.That(proofs, Has.Count.GreaterThan(15));
        Assert.That(proofs.Where(proof => !proof.GetProperty("holds").GetBoolean()), Is.Empty);
        Assert.That(
            proofs.Select(proof => proof.GetProperty("told").GetInt32()).Distinct().Count(),
            Is.GreaterThan(2)
        );
    }

    [Test]
    public async Task A_fresh_workspace_has_no_hazard()
    {
        var hazards = (await Json()).GetProperty("hazards").EnumerateArray().Select(one => one.ToString());
        Assert.That(hazards, Is.Empty);
    }

    [TestCase("noe.d-almeida")]
    [TestCase("Noé D'Almeida")]
    [TestCase("noé, de la médiathèque")]
    public async Task A_person_is_found_by_id_name_and_the_servers_name(string who)
    {
        var said = await Run(who);
        Assert.That(said.Code, Is.Zero, said.ToString());
        Assert.That(said.Out, Does.StartWith(Noe).And.Contain("membre du groupe « jeunes-animation »"));
    }

    [Test]
    public async Task A_folder_names_everybody_who_sees_it_and_nobody_else()
    {
        var folder = (await Json(Noe)).GetProperty("access")[0].GetProperty("path").GetString()!;
        var access = (await Json(folder)).GetProperty("access").EnumerateArray().ToList();
        Assert.That(
            access.Select(one => one.GetProperty("path").GetString()).Distinct(),
            Is.EqualTo(new[] { folder })
        );
        Assert.That(
            access.Select(one => one.GetProperty("user").GetString()),
            Does.Contain(Noe).And.Contain("admin")
        );
    }

    [Test]
    public async Task Somebody_unknown_gets_the_nearest_name_and_exit_code_1()
    {
        var said = await Run("noe.d-almeda");
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("Vouliez-vous écrire « Noé D'Almeida »"));
    }

    [Test]
    public async Task A_sign_in_without_its_password_is_refused_before_the_server_is_asked()
    {
        using var terminal = Terminal.At(_place);
        var said = await terminal.RunAsync("access", "--file", terminal.Territory, "--as", Noe);
        Assert.That(
            (said.Code, said.Errors.Contains("CONNECTOR_AS_PASSWORD", StringComparison.Ordinal)),
            Is.EqualTo((1, true))
        );
    }

    [Test]
    public async Task What_people_did_by_hand_is_told_as_hazards()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        using var administrator = place.Administrator();
        await administrator.Administer(
            "POST",
            "ocs/v2.php/cloud/users",
            ("userid", Noe),
            ("password", Workplace.Password)
        );
        using var noe = new Hands(place.Server.BaseAddress, Noe, Workplace.Password);
        await noe.MakeFolder("Réseau");
        Assert.That((await terminal.RunAsync("apply", terminal.Territory)).Code, Is.Zero);
        await administrator.Administer(
            "POST",
            "ocs/v2.php/apps/files_sharing/api/v1/shares",
            ("path", "/Réseau"),
            ("shareType", "3")
        );
        var id = (await place.Client.TeamFolders.List(default))
            .Single(folder => folder.MountPoint == "Réseau")
            .Id;
        await administrator.Administer(
            "POST",
            $"index.php/apps/groupfolders/folders/{id}/groups",
            ("group", "jeunes")
        );
        terminal.Environment["CONNECTOR_AS_PASSWORD"] = Workplace.Password;
        var said = await terminal.RunAsync("access", "--file", terminal.Territory, "--as", Noe, "--json");
        var hazards = JsonDocument.Parse(said.Out).RootElement.GetProperty("hazards").EnumerateArray();
        Assert.That(
            hazards.Select(one =>
                $"{one.GetProperty("code").GetString()} {one.GetProperty("path").GetString()}"
            ),
            Is.EquivalentTo(
                new[]
                {
                    "more-than-the-blueprint Réseau",
                    "hidden-folder Réseau (1)",
                    "link-without-expiry Réseau",
                }
            )
        );
    }

    private Task<Said> Run(params string[] args) =>
        _terminal.RunAsync(["access", .. args, "--file", _terminal.Territory]);

    private async Task<JsonElement> Json(params string[] args)
    {
        var said = await Run([.. args, "--json"]);
        Assert.That(said.Code, Is.Zero, said.ToString());
        return JsonDocument.Parse(said.Out).RootElement.Clone();
    }
}
