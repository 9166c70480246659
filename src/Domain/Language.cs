namespace Connector.Domain;

/// <summary>The languages that Connector speaks to people. French is the default everywhere.</summary>
public enum Language
{
    French,
    English,
}
