import Circulation
import Devices
import Pretend

/// A driver and a pretend pad on one table, with a clock that only moves when nothing else can happen.
struct PadBench {
    var driver = Pad810()
    var pad = PretendPad()
    private(set) var time = Duration.zero
    private(set) var heard: [(at: Duration, event: DeviceEvent)] = []
    private(set) var written: [[UInt8]] = []
    private(set) var gaveUp: String?
    /// Runs after every write of the driver, before the pad hears it: for fingers that lift a book right now.
    var meddle: (@Sendable (inout PretendPad, _ writes: Int) -> Void)?
    /// How many bytes travel at once. 0 is all.
    var pieceSize = 0
    private var wakeAt: Duration?
    /// An answer is under way for at least this long.
    static let answerTime = Duration.milliseconds(30)

    init(_ tags: [PretendTag] = []) {
        for tag in tags { pad.put(tag) }
        carryOut(driver.start())
    }

    mutating func wish(_ wish: Wish) { carryOut(driver.asked(wish)) }

    /// Lets `duration` of table time pass.
    mutating func run(_ duration: Duration) {
        let end = time + duration
        while let next = wakeAt, next <= end, gaveUp == nil {
            time = next
            wakeAt = nil
            carryOut(driver.woke())
        }
        time = max(time, end)
    }

    var events: [DeviceEvent] { heard.map(\.event) }
    var answers: [DeviceEvent] {
        events.filter {
            switch $0 {
            case .read, .alarm, .failed: true
            case .ready, .scanned, .pad: false
            }
        }
    }

    private mutating func carryOut(_ first: [Action]) {
        var actions = first
        while !actions.isEmpty {
            let action = actions.removeFirst()
            switch action {
            case .write(let bytes):
                written.append(bytes)
                meddle?(&pad, written.count)
                time += Self.answerTime
                let answer = pad.received(bytes)
                for piece in pieces(answer) { actions += driver.received(piece) }
            case .wake(let after): wakeAt = time + after
            case .tell(let event): heard.append((time, event))
            case .giveUp(let reason): gaveUp = reason
            }
        }
    }

    private func pieces(_ bytes: [UInt8]) -> [[UInt8]] {
        guard pieceSize > 0 else { return bytes.isEmpty ? [] : [bytes] }
        return stride(from: 0, to: bytes.count, by: pieceSize).map {
            Array(bytes[$0..<min($0 + pieceSize, bytes.count)])
        }
    }
}

/// Numbers that look like chance and are the same in every run (Steele, Lea and Flood's SplitMix64).
struct SplitMix {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
