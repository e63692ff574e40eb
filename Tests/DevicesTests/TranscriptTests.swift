import Circulation
import Devices
import Foundation
import Testing

let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

/// A new file in Devices/Models is a new test; there is no list to forget.
struct Recording: Sendable, CustomTestStringConvertible {
    var model: String
    var file: URL
    var testDescription: String { "\(model)/\(file.lastPathComponent)" }

    static func all() -> [Recording] {
        let models = checkout.appending(path: "Devices/Models").path
        let files = FileManager.default.enumerator(atPath: models)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".transcript") }.sorted().map { path in
            Recording(
                model: String(path.prefix { $0 != "/" }), file: URL(filePath: models).appending(path: path))
        }
    }
}

/// Replays every recording of every model against its driver, in three deliveries.
/// A device may send its bytes in any pieces and after any noise; a driver must not care.
@Suite struct TranscriptTests {
    enum Delivery: CaseIterable { case whole, byteByByte, afterNoise }

    @Test(arguments: Recording.all(), Delivery.allCases)
    func replays(_ recording: Recording, _ delivery: Delivery) throws {
        let model = try #require(Model.named(recording.model), "no row in the catalogue for \(recording.model)")
        if delivery == .afterNoise && !model.driver.survivesNoise { return }
        let transcript = try Transcript(String(contentsOf: recording.file, encoding: .utf8))
        var replay = Replay(driver: model.driver.init())

        for (index, turn) in transcript.turns.enumerated() {
            switch turn {
            case .hostSends(let bytes): replay.expect(.write(bytes), at: index)
            case .stationHears(let event): replay.expect(.tell(event), at: index)
            case .driverGivesUp(let reason): replay.expect(.giveUp(reason), at: index)
            case .stationWishes(let wish): replay.pending += replay.driver.asked(wish)
            case .deviceSends(let bytes):
                for piece in pieces(bytes, delivery) { replay.pending += replay.driver.received(piece) }
            case .pause(let duration):
                replay.expectNothingElse(at: index)
                #expect(replay.wake == duration, "turn \(index): the driver wants to be woken after another time")
                replay.pending = replay.driver.woke()
            }
        }
        replay.expectNothingElse(at: transcript.turns.count)
    }

    private func pieces(_ bytes: [UInt8], _ delivery: Delivery) -> [[UInt8]] {
        switch delivery {
        case .whole: [bytes]
        case .byteByByte: bytes.map { [$0] }
        case .afterNoise: [[0x00, 0xD6, 0xFF], bytes]
        }
    }

    struct Replay {
        var driver: any Driver
        var pending: [Action]
        var wake: Duration?

        init(driver: any Driver) {
            self.driver = driver
            pending = self.driver.start()
        }

        /// Takes the first action that is no wake; order matters.
        mutating func expect(_ action: Action, at turn: Int) {
            takeWakes()
            guard let first = pending.first else { return #expect(Bool(false), "turn \(turn): nothing came") }
            #expect(first == action, "turn \(turn)")
            pending.removeFirst()
        }

        mutating func expectNothingElse(at turn: Int) {
            takeWakes()
            #expect(pending.isEmpty, "before turn \(turn)")
        }

        private mutating func takeWakes() {
            for case .wake(let after) in pending { wake = after }
            pending.removeAll { if case .wake = $0 { true } else { false } }
        }
    }
}

@Suite struct TranscriptFormatTests {
    static let uid = TagUID(0xE004_0150_00AA_BBCC)
    static let turns: [Transcript.Turn] = [
        .hostSends([0xD6, 0x00]), .deviceSends([0x0A]), .pause(.milliseconds(250)),
        .stationWishes(.read(uid)), .stationWishes(.setAlarm(uid, isOn: false)),
        .stationHears(.ready(firmware: "10.5.0.2")), .stationHears(.scanned(Scan("C 1#2"))),
        .stationHears(.pad([])), .stationHears(.pad([uid])),
        .stationHears(.read(uid, TagMemory(bytes: [1, 0xFF], dsfid: nil, afi: 7))),
        .stationHears(.alarm(uid, isOn: true)), .stationHears(.failed(.setAlarm(uid, isOn: true), .locked)),
        .stationHears(.failed(.read(uid), .notRead)), .driverGivesUp("no answer"),
    ]

    @Test func everyTurnIsWrittenAsItIsRead() throws {
        let text = Transcript(turns: Self.turns).text
        #expect(try Transcript(text).turns == Self.turns)
        #expect(try Transcript("# nothing\n\n" + text + "> 01 # why\n").turns == Self.turns + [.hostSends([1])])
    }

    @Test(arguments: [
        "x", "> 1", "> G0", "> 001", "+ soon", "+ -1", "+", "= pad 1", "= alarm E0040150 on", "? read", "? setAlarm",
        "? setAlarm E004015000AABBCC maybe", "= failed", "= failed read E004015000AABBCC sad", "= cheese", "= ready",
        "= read E004015000AABBCC 1 2 3",
    ])
    func aBadLineIsNamedByItsNumber(_ line: String) {
        #expect(throws: Transcript.BadLine(number: 3)) { try Transcript("# first\n\n\(line)\n") }
    }
}
