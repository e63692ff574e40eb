import Circulation
import Foundation
import Kiosk
import Paper
import SIP2
import Station

/// Everything that one station needs to run, with the settings file and the command's options already read.
public struct RunPlan: Sendable {
    public var station = Settings()
    public var libraryHost = "127.0.0.1"
    public var libraryPort = 6001
    /// Holds the journal. Made if it is missing.
    public var dataFolder = "/var/lib/lectern"
    /// Holds `Kiosk/Web`.
    public var shareFolder = "/usr/share/lectern"
    public var page = PageSettings()
    public var pagePort = 8080
    /// Whether the next free port will do when this one is taken.
    public var takesNextPort = false
    public var timeZone = TimeZone.current
    public var places: [Ports.Place] = []
    public var printer = ReceiptPrinter.Address.none
    public var printerProfile = PrinterProfile.all[0]
    /// How long patrons' numbers stay in the journal, in days. Only open questions need them for longer.
    public var forgetsAfterDays = 30
    /// Makes the disk slow, for tests.
    public var delayBeforeCommit = Duration.zero

    public init() {}
}

extension RunPlan {
    /// The station of the bench.
    ///
    /// - Parameter isFast: times short enough for tests; far too short for people.
    public static func pretend(languages: [String], isFast: Bool) -> RunPlan {
        var plan = RunPlan()
        plan.station.name = "pretend-1"
        plan.station.kiosk.library = "Riverside Library"
        plan.station.kiosk.station = "Kiosk 1"
        plan.station.kiosk.languages = languages
        plan.station.line.user = "kiosk"
        plan.station.line.password = Secret("kiosk")
        plan.station.line.institution = "LECTERN"
        plan.station.devices = [
            Settings.Device(role: .pad, model: "3m-810"), Settings.Device(role: .scanner, model: "line-scanner"),
        ]
        plan.page.library = plan.station.kiosk.library
        plan.page.station = plan.station.kiosk.station
        plan.takesNextPort = true
        if isFast { plan.station.hurry() }
        return plan
    }
}

extension Settings {
    fileprivate mutating func hurry() {
        let idle = Duration.seconds(3)
        kiosk.patience.books = idle
        kiosk.patience.pin = idle
        kiosk.patience.borrow = idle
        kiosk.patience.giveBack = idle
        kiosk.patience.receipt = idle
        kiosk.patience.sorry = idle
        kiosk.patience.goodbye = idle
        kiosk.patience.warning = .seconds(3)
        settling = .seconds(1)
        line.answerWithin = .seconds(2)
    }
}
