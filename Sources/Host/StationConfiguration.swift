import Foundation
import Kiosk
import Paper
import SIP2
import Station

/// Everything that the settings file says, with its defaults. An empty file gives exactly this.
public struct StationConfiguration: Sendable {
    public var station = Settings()
    public var libraryHost = "127.0.0.1"
    public var libraryPort = 6001
    /// Holds the journal.
    public var dataDirectory = "/var/lib/lectern"
    /// How long patrons' numbers stay in the journal, in days.
    public var forgetsAfterDays = 30
    public var page = PageSettings()
    public var pagesAddress = "127.0.0.1"
    public var pagesPort = 8080
    /// Nil: the computer's own.
    public var timeZone: TimeZone?
    public var padWire: WirePlace?
    public var scannerWire: WirePlace?
    public var receiptPrinter: WirePlace?
    public var receiptProfile = PrinterProfile.all[0]
    /// Allows times that are too short for people.
    public var isForTests = false

    // What the table fills in, before `settle` makes settings of it.
    var padModel: String?
    var scannerModel: String?
    var passwordFile: String?
    var idleSeconds = 60.0
    /// Where a number of seconds is read before it becomes a duration.
    var scratch = 0.0

    public init() {}
}

/// Where a device's bytes come and go: `stream:/dev/lectern/pad` or `tcp:10.0.0.7:9100`.
public enum WirePlace: Equatable, Sendable, CustomStringConvertible {
    case stream(String)
    case tcp(host: String, port: UInt16)

    /// - Returns: nil for anything else than `stream:` with an absolute path, or `tcp:` with a host and a port.
    public init?(_ text: String) {
        if text.hasPrefix("stream:/") {
            self = .stream(String(text.dropFirst("stream:".count)))
            return
        }
        guard text.hasPrefix("tcp:") else { return nil }
        let place = text.dropFirst("tcp:".count)
        guard let colon = place.lastIndex(of: ":"), let port = UInt16(place[place.index(after: colon)...]), port > 0,
            colon > place.startIndex
        else { return nil }
        let host = place[..<colon].drop { $0 == "[" }
        self = .tcp(host: String(host.hasSuffix("]") ? host.dropLast() : host), port: port)
    }

    public var description: String {
        switch self {
        case .stream(let path): "stream:\(path)"
        case .tcp(let host, let port): host.contains(":") ? "tcp:[\(host)]:\(port)" : "tcp:\(host):\(port)"
        }
    }
}

extension StationConfiguration {
    /// What follows from several settings together.
    /// - Returns: sentences about settings that do not fit together, each with the setting it is about.
    mutating func settle() -> [(setting: String, why: String)] {
        var problems: [(setting: String, why: String)] = []
        for (role, model, wire) in [(Role.pad, padModel, padWire), (Role.scanner, scannerModel, scannerWire)] {
            switch (model, wire) {
            case (let model?, .some): station.devices.append(Settings.Device(role: role, model: model))
            case (.some, nil): problems.append(("\(role).model", "it needs \(role).wire as well"))
            case (nil, .some): problems.append(("\(role).wire", "it needs \(role).model as well"))
            case (nil, nil): break
            }
        }
        let (patrons, items) = (station.barcodes.patronPrefixes, station.barcodes.itemPrefixes)
        if patrons.contains(where: { patron in items.contains { $0.hasPrefix(patron) || patron.hasPrefix($0) } }) {
            problems.append(("barcodes.item_prefixes", "a number could be a card and a book at once"))
        }
        station.kiosk.hasPad = padWire != nil
        station.line.needsLogin = !station.line.user.isEmpty
        page.library = station.kiosk.library
        page.station = station.kiosk.station
        // The stages wait in the same proportions as by default: there is less to think about before a visit.
        let idle = Duration.milliseconds(Int(idleSeconds * 1000))
        station.kiosk.patience.borrow = idle
        station.kiosk.patience.giveBack = idle * 3 / 4
        station.kiosk.patience.books = idle * 2 / 3
        station.kiosk.patience.pin = idle * 2 / 3
        return problems
    }
}
