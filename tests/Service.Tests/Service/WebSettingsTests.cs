using System.Net;
using Connector.Service;

namespace Connector.Connector.Tests.Service;

/// <summary>Who may sign in, as written in <c>connector.yaml</c>.</summary>
public sealed class WebSettingsTests
{
    private Terminal _terminal = null!;

    [SetUp]
    public void Start() => _terminal = new Terminal();

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public void Secrets_come_from_a_file_or_a_variable()
    {
        File.WriteAllText(_terminal.At("un"), "premier-secret\n");
        _terminal.Environment["DEUX"] = "second-secret";
        var loaded = Load(
            """
            adresse: https://connector.exemple.fr
            mandataires: [127.0.0.1, 10.0.0.0/8]
            connexions:
              - { id: un, serveur: "https://un.exemple.fr", client: a, secret: un }
              - { id: deux, serveur: "https://deux.exemple.fr/nuage", client: b, environnement: DEUX }
            """
        );
        Assert.That(loaded.Problems, Is.Empty);
        var web = loaded.Configuration!.Web;
        Assert.That(
            web.SignIns.Select(entry => entry.Secret),
            Is.EqualTo(new[] { "premier-secret", "second-secret" })
        );
        Assert.That(web.SignIns[1].Server, Is.EqualTo(new Uri("https://deux.exemple.fr/nuage/")));
        Assert.That($"{web.SignIns[0]} {web}", Does.Not.Contain("secret"));
        Assert.That(web.Proxies[1].Contains(IPAddress.Parse("10.1.2.3")));
        Assert.That(web.IsPlain, Is.False);
    }

    [Test]
    public void On_this_machine_alone_the_address_is_where_it_listens()
    {
        var web = Load("").Configuration!.Web;
        Assert.That((web.Address, web.IsPlain), Is.EqualTo((new Uri("http://127.0.0.1:8420/"), true)));
    }

    [Test]
    public void Every_mistake_is_told()
    {
        var loaded = Load(
            """
            écoute: 0.0.0.0:8420
            adresse: http://connector.exemple.fr
            mandataires: [mon-proxy]
            connexions:
              - { id: un, serveur: "ftp://un.exemple.fr", client: a, secret: absent }
              - { id: deux, serveur: "https://deux.exemple.fr", client: b }
              - { id: deux, serveur: "https://trois.exemple.fr", client: c, secret: absent }
            """
        );
        Assert.That(
            loaded.Problems.Select(problem => problem.Code),
            Is.SupersetOf(
                new[]
                {
                    "bad-public-address",
                    "bad-proxy",
                    "bad-server-address",
                    "no-client-secret",
                    "duplicate-id",
                    "secret-unreadable",
                }
            )
        );
    }

    [Test]
    public void Listening_to_others_needs_an_address_to_sign_in()
    {
        File.WriteAllText(_terminal.At("un"), "premier-secret\n");
        var loaded = Load(
            """
            écoute: 0.0.0.0:8420
            connexions:
              - { id: un, serveur: "https://un.exemple.fr", client: a, secret: un }
            """
        );
        Assert.That(loaded.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { "address-missing" }));
    }

    private ServiceLoad Load(string yaml)
    {
        File.WriteAllText(
            _terminal.At("connector.yaml"),
            $"{yaml}\nterritoires:\n  - {{ id: vallon, fichier: territoire.yaml }}\n"
        );
        return ServiceFile.Load(_terminal.At("connector.yaml"), _terminal.Environment.GetValueOrDefault);
    }
}
