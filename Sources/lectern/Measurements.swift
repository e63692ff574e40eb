import Circulation
import Devices
import Engine
import Foundation
import Host
import Pretend
import SIP2
import Station

/// What `lectern bench` measures.
enum Measurements {
    private static let noon = LocalTime(LocalDate(dayNumber: 20_790), hour: 12, minute: 0)

    /// A patron's answer with ten loans, with its checksum: the longest message of an ordinary day.
    static func sip2(_ lasting: Duration) throws -> (decoded: Double, encoded: Double) {
        var answer = PatronInformationResponse()
        answer.institution = "LECTERN"
        answer.patron = SampleCatalogue.card(1)
        answer.personalName = "Ada Miller"
        answer.sentAt = SIP2Time(noon)
        answer.chargedCount = 10
        answer.isValidPatron = true
        answer.chargedItems = (1...10).map { SampleCatalogue.item($0).text }
        let bytes = answer.encoded(sequence: 1, withChecksum: true, charset: .utf8)
        let decoded = try rate(lasting) {
            let frame = try Frame(bytes)
            let read = try PatronInformationResponse(frame, charset: .utf8)
            precondition(frame.checksumState == .valid && read.chargedItems.count == 10)
        }
        let encoded = rate(lasting) {
            precondition(answer.encoded(sequence: 1, withChecksum: true, charset: .utf8).count == bytes.count)
        }
        return (decoded, encoded)
    }

    /// One after the other, each on the disk before it is answered. The checkins between them are not counted.
    static func checkouts(_ lasting: Duration, folder: String) throws -> Double {
        let library = try Library(path: folder + "/measured.sqlite")
        try library.loadSample(at: noon)
        var session = ACS(library: library).session()
        var sequence = 0
        func ask(_ message: some SIP2.Message) -> [UInt8] {
            sequence = (sequence + 1) % 10
            let bytes = message.encoded(sequence: sequence, withChecksum: true, charset: .utf8) + [0x0D]
            return session.received(bytes, at: noon).first ?? []
        }
        var login = LoginRequest()
        (login.user, login.password) = ("kiosk", Secret("kiosk"))
        _ = ask(login)
        var (count, busy) = (0, Duration.zero)
        while busy < lasting {
            let item = SampleCatalogue.item(1 + count % 30)
            let began = ContinuousClock.now
            let answer = ask(CheckoutRequest(item, to: SampleCatalogue.card(1), at: noon))
            busy += ContinuousClock.now - began
            precondition(answer.starts(with: Array("121".utf8)), "the measured library must lend")
            count += 1
            _ = ask(CheckinRequest(item, at: noon))
        }
        return Double(count) / (busy / .seconds(1))
    }

    /// A station with ten books on its pad and no library system, in a time of its own.
    static func stationSteps(_ lasting: Duration) -> Double {
        var settings = Settings()
        settings.devices = [Settings.Device(role: .pad, model: "3m-810")]
        var station = Station(recovered: Recovered(), settings: settings, at: .start)
        var pad = PretendPad()
        for place in 1...10 {
            let uid = TagUID(0xE004_0100_0000_0000 + UInt64(place))
            if let tag = try? PretendTag.item(barcode: SampleCatalogue.item(place).text, uid: uid, alarmOn: true) {
                pad.put(tag)
            }
        }
        var now = Instant.start
        var waiting: [Input] = []
        var outputs = station.start(at: now, clock: noon).outputs
        return rate(lasting) {
            for output in outputs {
                switch output {
                case .open(let port): waiting.append(.opened(port))
                case .write(let port, let bytes): waiting.append(.received(port, pad.received(bytes)))
                case .dial: waiting.append(.lineDown)
                case .close, .send, .hangUp, .print, .show: break
                }
            }
            if waiting.isEmpty {
                now = max(now, station.nextWake ?? now + .milliseconds(1))
                waiting.append(.woke)
            }
            outputs = station.handle(waiting.removeFirst(), at: now, clock: noon).outputs
        }
    }

    /// A station as a process of its own, from its start to its first screen, with the library system there already.
    static func coldStart(folder: String) throws(HostError) -> (milliseconds: Double, mebibytes: Double) {
        let engine = try ChildProgram(
            Share.program, ["engine", "serve", "--data", folder + "/engine", "--port", "0", "--sample", "--leash"])
        defer { engine.stop() }
        let began = ContinuousClock.now
        let station = try ChildProgram(
            Share.program,
            [
                "run", "--pretend", "--port", "0", "--data", folder + "/station", "--library",
                "127.0.0.1:\(engine.port ?? 0)",
            ],
            lineCount: 2)
        let took = ContinuousClock.now - began
        defer { station.stop() }
        let status = (try? String(contentsOfFile: "/proc/\(station.identifier)/status", encoding: .utf8)) ?? ""
        let resident = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }?.split(separator: " ")
        let kibibytes = resident.flatMap { $0.dropLast().last }.flatMap { Double($0.filter(\.isNumber)) }
        guard let kibibytes else { throw .noAnswer("/proc says nothing about the station's memory.") }
        return (took / .milliseconds(1), kibibytes / 1024)
    }

    private static func rate(_ lasting: Duration, _ work: () throws -> Void) rethrows -> Double {
        let began = ContinuousClock.now
        var (count, took) = (0, Duration.zero)
        while took < lasting {
            for _ in 0..<100 { try work() }
            count += 100
            took = ContinuousClock.now - began
        }
        return Double(count) / (took / .seconds(1))
    }
}
