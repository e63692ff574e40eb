import Foundation
import SIP2
import Testing

@Suite struct FuzzTests {
    static let seedLines = [
        "9300CNuser|COpass|CPdesk|AY5AZEC78", "941AY0AZFDFD", "9900302.00AY1AZFCA5",
        "98YYYYYN18000320260105    1015002.00AOmain|BXYYYYYYYYYYYYYYYY|AFhello|AY1AZ0000",
        "6300120260105    101500  Y       AOmain|AA21|AC|AD1234|BP1|BQ5|AY3AZEC45",
        "64              00120260105    101500000000010002000000000000AOmain|AA21|AEDoe, Jané|BLY|AU901|AU902|BV1.20|",
        "11NN20260105    10150020260105    101500AOmain|AA21|AB901|AC|AY4AZ1234",
        "121NNY20260105    101500AOmain|AA21|AB901|AJTitle|AH20260201    235900|AY4AZ0000",
        "09N20260105    10150020260105    101500APdesk|AOmain|AB901|AC|",
        "101YNY20260105    101500AOmain|AB901|AQmain|AJTitle|CTwest|CV04|CY21|DADoe|",
        "1720260105    101500AOmain|AB901|", "1803000120260105    101500AB901|AJTitle|CF3|CSQA 76|",
        "3520260105    101500AOmain|AA21|", "36Y20260105    101500AOmain|AA21|", "96AZFEF6", "97AZFEF5",
    ]

    /// A hundred thousand, and ten times as many in the long run.
    static let rounds = ProcessInfo.processInfo.environment["LECTERN_LONG"] == nil ? 100_000 : 1_000_000

    @Test func `a hundred thousand damaged lines are read or refused, and never lose a byte`() throws {
        var random = SplitMix64(seed: 20_260_105)
        var (read, refused) = (0, 0)
        for round in 0..<Self.rounds {
            let line = round % 4 == 0 ? noise(&random) : mutated(&random)
            let charset = Charset.allCases[random.below(Charset.allCases.count)]
            do throws(DecodeError) {
                let frame = try Frame(line)
                read += 1
                guard frame.encoded() == line else {
                    Issue.record("lost a byte of \(line)")
                    return
                }
                if round % 3 == 0 { try checkRecord(line, charset) }
                view(frame, charset)
                _ = redacted(line)
            } catch {
                refused += 1
            }
        }
        #expect(read > 20_000)
        #expect(refused > 20_000)
    }

    /// Leading blanks are kept beside the frame, so a record begins with the whole line.
    private func checkRecord(_ line: [UInt8], _ charset: Charset) throws(DecodeError) {
        guard !line.contains(0x0D), !line.contains(0x0A) else { return }
        let record = try FrameRecord(line: line, charset: charset)
        #expect((try? record.encoded()) == line)
    }

    private func view(_ frame: Frame, _ charset: Charset) {
        switch frame.code {
        case "09": _ = try? CheckinRequest(frame, charset: charset)
        case "10": _ = try? CheckinResponse(frame, charset: charset)
        case "11": _ = try? CheckoutRequest(frame, charset: charset)
        case "12": _ = try? CheckoutResponse(frame, charset: charset).due
        case "18": _ = try? ItemInformationResponse(frame, charset: charset).due
        case "64": _ = try? PatronInformationResponse(frame, charset: charset).fee
        case "98": _ = try? ACSStatus(frame, charset: charset)
        default: break
        }
    }

    private func noise(_ random: inout SplitMix64) -> [UInt8] {
        let length = random.below(200)
        return (0..<length).map { _ in random.byte() }
    }

    private func mutated(_ random: inout SplitMix64) -> [UInt8] {
        var line = Array(Self.seedLines[random.below(Self.seedLines.count)].utf8)
        for _ in 0...random.below(6) where !line.isEmpty {
            let place = random.below(line.count)
            switch random.below(5) {
            case 0: line[place] = random.byte()
            case 1: line.remove(at: place)
            case 2: line.insert(Array("|AYZ09 \u{0}é".utf8)[random.below(10)], at: place)
            case 3: line.removeLast(line.count - place)
            default: line += line[place...]
            }
        }
        return line
    }
}
