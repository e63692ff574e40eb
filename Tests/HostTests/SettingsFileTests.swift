import Circulation
import Foundation
import Kiosk
import SIP2
import Station
import Testing

@testable import Host

@Suite struct SettingsFileTests {
    @Test(arguments: ["", "\n\n", "# nothing yet\n", "---\n", "library:\n", "library:\n  # host: x\n"])
    func anEmptyFileIsValid(_ text: String) throws {
        let configuration = try SettingsFile.parse(text)
        #expect(configuration.libraryPort == 6001)
        #expect(configuration.station.name == "kiosk-1")
        #expect(configuration.station.devices.isEmpty)
        #expect(!configuration.station.kiosk.hasPad)
        #expect(configuration.station.kiosk.patience == .init(), "the waits are the kiosk's own")
    }

    @Test func everySettingReachesItsPlace() throws {
        let configuration = try SettingsFile.parse(
            """
            station: {name: branch-2, title: Kiosk 2}
            library:
              name: Riverside Library
              host: ils.example
              port: 6002
              user: kiosk
              password: 1234
              institution: MAIN
              terminal_password: "yes"
              charset: cp850
              answer_within_seconds: 2.5
              settling_seconds: 20
              error_detection: no
            kiosk:
              languages: [en, ar, pt-BR]
              needs_pin: no
              shows_name: true
              idle_seconds: 30
              warning_seconds: 25
              panel_millimetre: 4.1
              layout: landscape
              pad_side: left
            pages.port: 8081
            pages.address: 127.0.0.1
            data: {directory: /srv/lectern, forgets_patrons_after_days: 7}
            time_zone: Europe/Dublin
            pad: {model: 3m-810, wire: "stream:/dev/lectern/pad"}
            scanner.model: line-scanner
            scanner.wire: tcp:[::1]:4000
            receipt: {printer: "tcp:10.0.0.7:9100", profile: utf8-42}
            barcodes: {patron_prefixes: ["2", B], item_prefixes: 3}
            """)
        let station = configuration.station
        #expect(
            (station.name, station.kiosk.station, station.kiosk.library) == ("branch-2", "Kiosk 2", "Riverside Library")
        )
        #expect((configuration.libraryHost, configuration.libraryPort) == ("ils.example", 6002))
        #expect((station.line.user, station.line.password, station.line.needsLogin) == ("kiosk", Secret("1234"), true))
        #expect((station.line.institution, station.line.terminalPassword) == ("MAIN", Secret("yes")))
        #expect((station.line.charset, station.line.errorDetection) == (.cp850, .off))
        #expect((station.line.answerWithin, station.settling) == (.seconds(2.5), .seconds(20)))
        #expect(station.kiosk.languages == ["en", "ar", "pt-BR"])
        #expect((station.kiosk.needsPIN, station.kiosk.showsName, station.kiosk.hasPad) == (false, true, true))
        #expect((station.kiosk.patience.borrow, station.kiosk.patience.books) == (.seconds(30), .seconds(20)))
        #expect(station.kiosk.patience.warning == .seconds(25))
        #expect((configuration.page.layout, configuration.page.padSide) == (.landscape, .left))
        #expect((configuration.page.millimetre, configuration.page.library) == (4.1, "Riverside Library"))
        #expect((configuration.pagesPort, configuration.dataDirectory) == (8081, "/srv/lectern"))
        #expect((configuration.forgetsAfterDays, configuration.timeZone?.identifier) == (7, "Europe/Dublin"))
        #expect(station.devices.map(\.model) == ["3m-810", "line-scanner"])
        #expect(configuration.padWire == .stream("/dev/lectern/pad"))
        #expect(configuration.scannerWire == .tcp(host: "::1", port: 4000))
        #expect(configuration.receiptPrinter == .tcp(host: "10.0.0.7", port: 9100))
        #expect("\(configuration.receiptProfile)".contains("utf8-42"))
        #expect((station.barcodes.patronPrefixes, station.barcodes.itemPrefixes) == (["2", "B"], ["3"]))
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var says: [String]
        var testDescription: String { why }
    }

    @Test(arguments: [
        Mistake(
            why: "a misspelt name", text: "library:\n  hots: x\n",
            says: ["line 2: there is no setting library.hots; did you mean library.host? (SET-3)"]),
        Mistake(
            why: "a name in the wrong place", text: "library.needs_pin: yes\n",
            says: ["line 1: there is no setting library.needs_pin; did you mean kiosk.needs_pin? (SET-3)"]),
        Mistake(
            why: "a name from nowhere", text: "qwertzuiop: 1",
            says: ["line 1: there is no setting qwertzuiop (SET-3)"]),
        Mistake(
            why: "a word for a number", text: "\nlibrary.port: sixty\n",
            says: ["line 2: library.port must be a whole number from 1 to 65535 (SET-4)"]),
        Mistake(
            why: "a number out of its range", text: "library.port: 65536",
            says: ["line 1: library.port must be a whole number from 1 to 65535 (SET-4)"]),
        Mistake(
            why: "a list for a text", text: "library.host: [a, b]",
            says: [
                "line 1: library.host must be a text of up to 200 characters, not a list (SET-4)"
            ]),
        Mistake(
            why: "a map for a text", text: "library.host: {a: b}",
            says: ["line 1: library.host must be a text of up to 200 characters (SET-4)"]),
        Mistake(
            why: "a text for a map", text: "library: x",
            says: ["line 1: library has settings below it, such as library.name (SET-4)"]),
        Mistake(
            why: "no value", text: "library.host:",
            says: ["line 1: library.host has no value: it must be a text of up to 200 characters (SET-4)"]),
        Mistake(
            why: "twice, written in two ways", text: "library.host: a\nlibrary:\n  host: b\n",
            says: ["line 3: library.host is set twice; the first is in line 1 (SET-5)"]),
        Mistake(
            why: "twice in one map, and other mistakes as well",
            text:
                "pages.port: 0\nlibrary:\n  host: a\n  port: 1\n  host: b\nkiosk: {needs_pin: maybe}\npages.port: 1\n",
            says: [
                "line 1: pages.port must be a whole number from 1 to 65535 (SET-4)",
                "line 5: host is set twice; the first is in line 3 (SET-5)",
                "line 6: kiosk.needs_pin must be yes or no (SET-4)",
                "line 7: pages.port is set twice; the first is in line 1 (SET-5)",
            ]),
        Mistake(
            why: "a warning too short for people", text: "kiosk.warning_seconds: 3",
            says: ["line 1: kiosk.warning_seconds must be a number from 20 to 120 (SET-4)"]),
        Mistake(
            why: "pages for the whole world", text: "pages.address: 0.0.0.0",
            says: [
                "line 1: pages.address must be 127.0.0.1 (any other address needs TLS, which is not there yet) (SET-4)"
            ]),
        Mistake(
            why: "a pad without its wire", text: "pad.model: 3m-810",
            says: ["line 1: pad.model: it needs pad.wire as well (SET-6)"]),
        Mistake(
            why: "a pad that nobody makes", text: "pad: {model: nothing, wire: 'stream:/dev/x'}",
            says: [
                "line 1: pad.model must be one of 3m-810, line-scanner (SET-4)",
                "line 1: pad.wire: it needs pad.model as well (SET-6)",
            ]),
        Mistake(
            why: "a wire of another kind", text: "scanner.wire: usb:1",
            says: ["line 1: scanner.wire must be stream:/path or tcp:host:port (SET-4)"]),
        Mistake(
            why: "cards that look like books", text: "barcodes.item_prefixes: ['3', '29']",
            says: ["line 1: barcodes.item_prefixes: a number could be a card and a book at once (SET-6)"]),
        Mistake(
            why: "a zone that is not on the map", text: "time_zone: Europe/Atlantis",
            says: ["line 1: time_zone must be a zone's name, such as Europe/Dublin (SET-4)"]),
        Mistake(
            why: "not YAML", text: "library:\n  host: \"x\n",
            says: ["line 3: this is not YAML: check colons, indentation and quotes (SET-2)"]),
        Mistake(
            why: "a list instead of names", text: "- a\n- b\n",
            says: ["line 1: there must be names with values, such as \"library.port: 6001\" (SET-2)"]),
    ])
    func aMistakeIsNamedWithItsLine(_ mistake: Mistake) throws {
        let error = try #require(throws: SettingsError.self) { try SettingsFile.parse(mistake.text) }
        #expect(error.problems.map(\.description) == mistake.says)
    }

    @Test func shortTimesAreAllowedForTestsOnly() throws {
        let text = "kiosk: {warning_seconds: 1, idle_seconds: 0.5, for_tests: yes}\n"
        let patience = try SettingsFile.parse(text).station.kiosk.patience
        #expect((patience.warning, patience.borrow) == (.seconds(1), .seconds(0.5)))
        #expect(throws: SettingsError.self) { try SettingsFile.parse(text.replacing("yes", with: "no")) }
        #expect(try SettingsFile.parse("library.answer_within_seconds: 0.1").station.line.answerWithin == .seconds(0.1))
    }

    @Test(arguments: [
        "library.password: [hunter2]", "library.password: {hunter2: 1}", "library.passwort: hunter2",
        "library.port: hunter2", "library.password: \"hunter2\n", "library: hunter2",
        "library:\n  password: hunter2\n  password: hunter2",
        "library.password: hunter2\nlibrary.password_file: hunter",
        "library.password: >\n  hunter2\n  hunter2\n", "{library.password: hunter2", "time_zone: hunter2",
        "library.password: hunter2: x", "library.password: !!binary hunter2\nx: 1",
    ])
    func aPasswordIsInNoProblem(_ text: String) throws {
        let error = try #require(throws: SettingsError.self) { try SettingsFile.parse(text) }
        #expect(!"\(error) \(error.advice)".contains("hunter2"), "\(error.advice)")
        #expect(error.code.hasPrefix("SET-"))
    }

    @Test func aPasswordIsInNoDescription() throws {
        let configuration = try SettingsFile.parse(
            "library: {user: kiosk, password: hunter2, terminal_password: hunter2}")
        var text = "\(configuration)"
        dump(configuration, to: &text)
        #expect(!text.contains("hunter2"))
    }

    @Test func aPasswordCanHaveAFileOfItsOwn() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/lectern-settings-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try "s3cret\n".write(toFile: folder + "/password", atomically: true, encoding: .utf8)
        let path = folder + "/station.yaml"
        try "library: {user: kiosk, password_file: password}\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try SettingsFile.read(path).station.line.password == Secret("s3cret"))
        let missing = try #require(throws: SettingsError.self) {
            try SettingsFile.parse("library.password_file: nowhere", folder: folder)
        }
        #expect(missing.code == "SET-4")
        let unreadable = try #require(throws: SettingsError.self) { try SettingsFile.read(folder + "/nothing.yaml") }
        #expect(unreadable.code == "SET-1")
    }

    @Test(arguments: [
        String(repeating: "[", count: 60_000), String(repeating: "{a: ", count: 400),
        String(repeating: "- ", count: 30_000), String(repeating: "a\n", count: 60_000), "\u{0}", "a: *b", "? [a]\n: b",
        "a: &a [*a]", "%YAML 9", "--- a\n--- b", "<<: {library.host: x}", "1: 2", "~: 3", ": :", "\t",
        (0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    ])
    func nonsenseIsRefusedQuickly(_ text: String) {
        #expect(throws: SettingsError.self) { try SettingsFile.parse(text) }
    }

    @Test func defaultsPassTheirOwnRules() throws {
        for setting in SettingsTable.all {
            let value = setting.show(StationConfiguration())
            guard !value.isEmpty else { continue }
            #expect(throws: Never.self, "\(setting.name)") { try SettingsFile.parse("\(setting.name): \(value)") }
        }
        #expect(Set(SettingsTable.all.map(\.name)).count == SettingsTable.all.count)
    }

    @Test func theExplanationIsAFileThatWorks() throws {
        let text = SettingsManual.explanation
        for setting in SettingsTable.all { #expect(text.contains("\n#\(setting.name): "), "\(setting.name)") }
        _ = try SettingsFile.parse(text)
    }

    @Test func theManualIsMadeFromTheTable() throws {
        let path = String(#filePath.dropLast("Tests/HostTests/SettingsFileTests.swift".count)) + "docs/settings.md"
        if ProcessInfo.processInfo.environment["LECTERN_UPDATE_GOLDENS"] == "1" {
            try SettingsManual.page.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let page = try String(contentsOfFile: path, encoding: .utf8)
        #expect(page == SettingsManual.page, "LECTERN_UPDATE_GOLDENS=1 swift test --filter SettingsFileTests")
    }
}
