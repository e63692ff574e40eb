import Circulation
import Engine
import Foundation
import Host
import Pretend
import Synchronization
import Testing
import Wires

/// `lectern run --config FILE` as a library runs it: ports that are named in a file, and a library system elsewhere.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ConfigRunTests {
    /// A pad at the far end of a pseudo-terminal.
    final class Pad: Sendable {
        let path: String
        let pad = Mutex(PretendPad())
        private let wire = Mutex<StreamWire?>(nil)

        init() throws {
            let terminal = try pseudoTerminal()
            path = terminal.path
            let wire = StreamWire(.descriptor(terminal.master)) { [weak self] news in
                guard let self, case .received(let bytes) = news else { return }
                let answer = pad.withLock { $0.received(bytes) }
                self.wire.withLock { $0 }?.write(answer)
            }
            self.wire.withLock { $0 = wire }
            wire.start()
        }

        deinit { wire.withLock { $0 }?.close() }
    }

    @Test("a station with a settings file finds its pad, its scanner and its library system")
    func runs() async throws {
        let folder = try newFolder()
        let engine = try await onThread { try Fixture.engine(folder) }
        let (pad, scanner) = (try Pad(), try Pad())
        let file = folder + "/station.yaml"
        try """
        station: { name: desk-1, title: Kiosk 1 }
        library:
          port: \(engine.port ?? 0)
          user: kiosk
          password: kiosk
        kiosk: { languages: [en, ar] }
        data.directory: \(folder)/station
        pad: { model: 3m-810, wire: "stream:\(pad.path)" }
        scanner: { model: line-scanner, wire: "stream:\(scanner.path)" }
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let checked = try await onThread { try Program.run(["config", "--check", file]) }
        #expect(checked.status == 0, "\(checked.said)")

        let station = try await onThread { try ChildProgram(Program.path, ["run", "--config", file, "--port", "0"]) }
        try await screen("attract", of: station)
        try pad.pad.withLock {
            $0.put(
                try PretendTag.item(
                    barcode: SampleCatalogue.item(1).text, uid: TagUID(0xE004_0100_0000_0001), alarmOn: true))
        }
        try await screen("books", of: station)
        #expect(try await onThread { station.stop() } == 0)
        _ = try await onThread { engine.stop() }
    }

    private func screen(_ name: String, of station: ChildProgram) async throws {
        let page = PageClient(port: station.port ?? 0)
        let deadline = ContinuousClock.now + .seconds(20)
        var said = ""
        while ContinuousClock.now < deadline {
            said = try await onThread { try page.ask("GET", "/health").body }
            if said.contains("\"\(name)\"") { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("waited for \(name), but \(said)")
    }
}
