namespace Connector.TerritoryFiles.Beginning;

/// <summary>What somebody said of a network that has no territory file yet; words as they were typed.</summary>
internal sealed record NewTerritory
{
    public string Name { get; init; } = "";

    /// <summary>As the file says it: « groupement de communes », « départemental », « régional ».</summary>
    public string Scope { get; init; } = "groupement de communes";

    public string Purpose { get; init; } = "";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>« métropole », « alsace-moselle » …: whose public holidays.</summary>
    public string Holidays { get; init; } = "métropole";

    /// <summary>Name of the organisation that coordinates.</summary>
    public string Organisation { get; init; } = "";

    public bool CreateAccounts { get; init; } = true;

    public IReadOnlyList<NewPerson> Coordinators { get; init; } = [new()];

    public IReadOnlyList<NewGroup> Groups { get; init; } = [];
}

/// <summary>Somebody who coordinates.</summary>
internal sealed record NewPerson
{
    public string FirstName { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Empty where it is not said.</summary>
    public string Email { get; init; } = "";

    /// <summary>Their account in Nextcloud; empty: made from the name.</summary>
    public string Account { get; init; } = "";

    public bool IsEmpty => FirstName.Length + Name.Length + Email.Length + Account.Length == 0;
}

/// <summary>A committee or a working group, with its usual meeting.</summary>
internal sealed record NewGroup
{
    public string Name { get; init; } = "";

    public bool IsCommittee { get; init; }

    public string Purpose { get; init; } = "";

    /// <summary>When it meets, in French: « premier jeudi du mois de 14 h à 16 h ». Empty: no meetings yet.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Where it meets; empty where it is not said.</summary>
    public string Place { get; init; } = "";
}
