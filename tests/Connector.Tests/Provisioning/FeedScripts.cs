namespace Connector.Tests.Provisioning;

/// <summary>What members' programs in Python do with feeds and calendars.</summary>
internal static class FeedScripts
{
    /// <summary>Every property of every feed, warnings taken for errors, and a VTIMEZONE for each TZID of the network's.</summary>
    public const string ReadByIcalendar = """
        import pathlib, sys, warnings, icalendar
        warnings.simplefilter('error')
        for path in sys.argv[1:]:
            calendar = icalendar.Calendar.from_ical(pathlib.Path(path).read_bytes())
            events = calendar.walk('VEVENT')
            assert events, path
            for part in calendar.walk():
                assert not part.errors, (path, part.errors)
            zones = {str(zone['TZID']) for zone in calendar.walk('VTIMEZONE')}
            used = set()
            for event in events:
                for name in ('DTSTART', 'DTEND', 'RECURRENCE-ID'):
                    moment = event.get(name)
                    if moment is not None and moment.params.get('TZID'):
                        used.add(moment.params['TZID'])
            assert used, path
            # A group's calendar is as its members wrote it; the network's is Connector's own.
            if 'reseau' in path:
                assert used <= zones, (path, used, zones)
        """;

    /// <summary>No error component, and each component with what RFC 5545 wants of it.</summary>
    public const string ReadByLibical = """
        import sys, gi
        gi.require_version('ICalGLib', '3.0')
        from gi.repository import ICalGLib
        for path in sys.argv[1:]:
            calendar = ICalGLib.Component.new_from_string(open(path, encoding='utf-8').read())
            assert calendar is not None, path
            assert calendar.count_errors() == 0, path
            assert calendar.check_restrictions() != 0, path
            assert calendar.count_components(ICalGLib.ComponentKind.VEVENT_COMPONENT) > 0, path
            assert calendar.count_components(ICalGLib.ComponentKind.VTIMEZONE_COMPONENT) > 0, path
        """;

    /// <summary>An override for the meeting of 24 November 2026, two days later at ten.</summary>
    public const string MoveByCaldav = """
        import os, sys, copy, datetime, caldav
        server, user, calendar, name = sys.argv[1:]
        base = server.rstrip('/') + '/remote.php/dav/'
        client = caldav.DAVClient(url=base, username=user, password=os.environ['CONNECTOR_TEST_PASSWORD'])
        shared = caldav.Calendar(client=client, url=f'{base}calendars/{user}/{calendar}/')
        event = caldav.Event(client=client, url=f'{base}calendars/{user}/{calendar}/{name}', parent=shared)
        event.load()
        whole = event.icalendar_instance
        master = whole.walk('VEVENT')[0]
        zone = master['DTSTART'].dt.tzinfo
        first = master['DTSTART'].dt
        moved = copy.deepcopy(master)
        for gone in ('RRULE', 'EXDATE'):
            moved.pop(gone, None)
        was = datetime.datetime(2026, 11, 24, first.hour, first.minute)
        now = datetime.datetime(2026, 11, 26, 10, 0)
        localise = getattr(zone, 'localize', lambda moment: moment.replace(tzinfo=zone))
        moved.pop('DTSTART'); moved.pop('DTEND')
        moved.add('RECURRENCE-ID', localise(was))
        moved.add('DTSTART', localise(now))
        moved.add('DTEND', localise(now + datetime.timedelta(hours=2)))
        whole.add_component(moved)
        event.data = whole.to_ical().decode('utf-8')
        event.save()
        """;
}
