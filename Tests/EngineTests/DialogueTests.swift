import Circulation
import Engine
import SIP2
import Testing

/// Whole lines as a station sends them, and what must come back.
@Suite struct DialogueTests {
    let at = "20260105    101500"

    func sample(_ change: @escaping (inout DeskSettings) -> Void = { _ in }) throws -> Line {
        let library = try Library(inMemory: ())
        try library.loadSample(at: Small.now, pinCost: 1)
        return Line(library, change)
    }

    func small(_ more: (Stock) throws -> Void = { _ in }) throws -> Line {
        Line(try Small.library(Rules(), more)) { settings in
            settings.login = nil
            settings.institution = "L"
        }
    }

    @Test func aVisitFromLoginToGoodbye() throws {
        var line = try sample()
        #expect(line.say("9300CNkiosk|COkiosk|CPdesk|") == ["941"])
        #expect(
            line.say("9900802.00") == ["98YYYYNN100003\(at)2.00AOLECTERN|AMLectern Library|BXNYYNYYYYYNYNNNNN|"])
        let patron = line.say("63001\(at)          AOLECTERN|AA21234000000018|AC|AD1234|")
        #expect(
            patron == [
                "64              001\(at)000000000000000000000000AOLECTERN|AA21234000000018|AEAda Miller|BZ0010|CB0020|"
                    + "BLY|CQY|BHEUR|BV0.00|CC10.00|"
            ])
        #expect(
            line.say("11NN\(at)\(at)AOLECTERN|AA21234000000018|AB31234000000016|AC|AD1234|") == [
                "121NNY\(at)AOLECTERN|AA21234000000018|AB31234000000016|AJPride and Prejudice|"
                    + "AH20260202    235900|CK001|"
            ])
        #expect(
            line.say("17\(at)AOLECTERN|AB31234000000016|") == [
                "18040001\(at)AOLECTERN|AB31234000000016|AJPride and Prejudice|CF0|"
                    + "AH20260202    235900|BGLECTERN|CK001|"
                    + "AQMAIN|APStacks|CSPR4034 .P7 1996|"
            ])
        #expect(
            line.say("09N\(at)\(at)APMAIN|AOLECTERN|AB31234000000016|AC|") == [
                "101YNN\(at)AOLECTERN|AB31234000000016|AQMAIN|AJPride and Prejudice|CL1|CK001|CSPR4034 .P7 1996|"
            ])
        #expect(line.say("35\(at)AOLECTERN|AA21234000000018|") == ["36Y\(at)AOLECTERN|AA21234000000018|"])
    }

    @Test(arguments: ["CNkiosk|COwrong|", "CNother|COkiosk|", "CO|CN|", ""])
    func aWrongLoginIsRefusedAndMayBeTriedAgain(_ fields: String) throws {
        var line = try sample()
        #expect(line.say("9300" + fields) == ["940"])
        #expect(line.say("9900802.00") == ["940"])
        #expect(line.say("9300CNkiosk|COkiosk|") == ["941"])
        #expect(line.say("9900802.00").first?.hasPrefix("98YYY") == true)
    }

    @Test func strangersHearNothingWhereTheSettingSaysSo() throws {
        var line = try sample { settings in
            settings.strangers = .ignored
            settings.answersStatusBeforeLogin = true
        }
        #expect(line.say("17\(at)AO|AB31234000000016|").isEmpty)
        #expect(line.say("9900802.00").first?.hasPrefix("98Y") == true)
    }

    @Test func checksumsComeBackExactlyWhenTheyWereSent() throws {
        var line = try sample()
        #expect(line.say(sealed("9300CNkiosk|COkiosk|", 4)) == [sealed("941", 4)])
        let answer = try Frame(Array(line.say(sealed("9900802.00", 5))[0].utf8))
        #expect(answer.sequence == 5)
        #expect(answer.checksumState == .valid)
        #expect(try line.frame("9900802.00").checksumState == .absent)
        #expect(try line.frame("9900802.00AY3").sequence == 3)
    }

    @Test func aDamagedLineIsAskedForAgainAndNothingIsDone() throws {
        var line = try small()
        let good = sealed("11NN\(at)\(at)AO|AAP1|ABB1|AC|", 2)
        #expect(line.say(good.replacing("B1", with: "B2")) == ["96AZFEF6"])
        #expect(line.say(good).first?.hasPrefix("121NNY") == true)
        let item: ItemInformationResponse = try line.ask(question("B2"))
        #expect(item.circulationStatus == .available)
    }

    func question(_ item: String) -> ItemInformationRequest {
        var question = ItemInformationRequest()
        question.item = ItemBarcode(item)
        return question
    }

    @Test func aRepeatedQuestionIsAnsweredAgainAndNotDoneAgain() throws {
        var rules = Rules()
        rules.repeatedCheckoutRenews = true
        let library = try Small.library(rules)
        var line = Line(library)
        let lend = sealed("11NN\(at)\(at)AO|AAP1|ABB1|AC|", 7)
        let first = line.say(lend)
        #expect(line.say(lend) == first)
        #expect(try library.renewals() == 0)
        // With a new number it is a new question, and in Koha's way a renewal.
        let second = line.say(sealed("11NN\(at)\(at)AO|AAP1|ABB1|AC|", 8))
        #expect(second.first?.hasPrefix("121YNY") == true)
        #expect(try library.renewals() == 1)
        // The old line again is not the question before this one.
        _ = line.say(lend)
        #expect(try library.renewals() == 2)
    }

    @Test func withoutChecksumsNothingIsTakenForARepetition() throws {
        var line = try small()
        let lend = "11NN\(at)\(at)AO|AAP1|ABB1|AC|"
        #expect(line.say(lend).first?.hasPrefix("121") == true)
        #expect(line.say(lend).first?.hasPrefix("120") == true)
    }

    @Test func theLastAnswerIsSaidAgainWordForWord() throws {
        var line = try small()
        #expect(line.say("97") == ["96"])
        let answer = line.say(sealed("17\(at)AO|ABB1|", 3))
        #expect(line.say("97AZFEF5") == answer)
        #expect(line.say("97AZFEF5") == answer)
        #expect(line.say("junk") == ["96AZFEF6"])
        #expect(line.say("97AZFEF5") == ["96AZFEF6"])
    }

    @Test func theListsComeInPagesByBarcode() throws {
        var line = try sample { $0.login = nil }
        func charged(_ first: Int?, _ last: Int?) throws -> [String] {
            var question = PatronInformationRequest()
            question.patron = PatronBarcode("21234000000034")
            question.lists = .charged
            (question.firstItem, question.lastItem) = (first, last)
            let answer: PatronInformationResponse = try line.ask(question)
            #expect(answer.chargedCount == 20)
            #expect(answer.status == [.chargeDenied, .tooManyCharged])
            return answer.chargedItems
        }
        let all = try charged(nil, nil)
        #expect(all.count == 20)
        #expect(try charged(1, 8) + charged(9, 16) + charged(17, 24) == all)
        #expect(try charged(21, 30).isEmpty)
        #expect(try charged(5, 2).isEmpty)
        #expect(try charged(0, 999_999_999) == all)
    }

    @Test func aWrongPINShowsNothingOfTheAccount() throws {
        var line = try sample { $0.login = nil }
        let answer = line.say("63001\(at)  Y       AO|AA21234000000141|AC|AD9999|")[0]
        #expect(answer.contains("|BLY|CQN|"))
        for secret in ["Jonas", "31234", "2.50"] { #expect(!answer.contains(secret)) }
        let empty = line.say("63001\(at)          AO|AA21234000000141|AC|AD|")[0]
        #expect(empty.contains("|CQN|"))
        let none = line.say("63001\(at)          AO|AA21234000000141|AC|")[0]
        #expect(!none.contains("|CQ"))
        #expect(line.say("63001\(at)          AO|AA999|AC|AD1|")[0].contains("|BLN|CQN|"))
    }

    @Test func aPINThatWasRightOnceDoesNotMakeAWrongOneRight() throws {
        var line = try sample { $0.login = nil }
        let card = "21234000000018"
        #expect(line.say("63001\(at)          AO|AA\(card)|AC|AD1234|")[0].contains("|CQY|"))
        #expect(line.say("11NN\(at)\(at)AO|AA\(card)|AB31234000000024|AC|AD9999|")[0].hasPrefix("120N"))
        #expect(line.say("11NN\(at)\(at)AO|AA\(card)|AB31234000000024|AC|AD1234|")[0].hasPrefix("121N"))
        #expect(line.say("11NN\(at)\(at)AO|AA21234000000067|AB31234000000032|AC|AD9999|")[0].hasPrefix("120N"))
    }

    @Test func returnsTellWhereTheItemGoes() throws {
        var line = try small { stock in
            try stock.add(Item(ItemBarcode("N1"), title: "Far", home: "NORTH"))
            try stock.add(Hold(Small.ben, wants: .item(Small.item(1)), pickup: "MAIN"))
            try stock.add(Hold(Small.ben, wants: .item(Small.item(2)), pickup: "NORTH"))
        }
        func bring(_ item: String, noBlock: String = "N") -> String {
            line.say("09\(noBlock)\(at)\(at)APMAIN|AO|AB\(item)|AC|")[0]
        }
        #expect(bring("B1").hasPrefix("100YNY"))
        #expect(bring("B1").contains("|CL2|") && bring("B1").contains("|CTMAIN|CV01|"))
        #expect(!bring("B1").contains("Ben"))
        #expect(bring("B2").contains("|CL3|") && bring("B2").contains("|CTNORTH|CV02|"))
        #expect(bring("N1").contains("|CTNORTH|CV04|"))
        #expect(bring("B3").hasPrefix("100YNN") && bring("B3").contains("not on loan"))
        #expect(bring("B3", noBlock: "Y").hasPrefix("101YNN"))
        #expect(bring("?").hasPrefix("100NNY") && bring("?").contains("|CV99|"))
    }

    @Test func anUndoneLoanIsNoLoan() throws {
        var line = try small()
        #expect(line.say("11NN\(at)\(at)AO|AAP1|ABB1|AC|")[0].hasPrefix("121"))
        #expect(line.say("09N\(at)\(at)APMAIN|AO|ABB1|AC|BIY|")[0].hasPrefix("101"))
        let item: ItemInformationResponse = try line.ask(question("B1"))
        #expect(item.circulationStatus == .available)
    }

    @Test func otherCharactersAndEndsOfLineAreASetting() throws {
        let library = try Small.library { try $0.add(Item(ItemBarcode("Ü1"), title: "Les Misérables")) }
        var settings = DeskSettings()
        settings.login = nil
        settings.charset = .latin1
        settings.endsWithLineFeed = true
        var session = ACS(library: library, settings: settings).session()
        let answer = session.received(Array("17\(at)AO|AB".utf8) + [0xDC, 0x31, 0x7C, 0x0D], at: Small.now)
        let title = Array("AJLes Mis".utf8) + [0xE9] + Array("rables|".utf8)
        #expect(answer.count == 1 && answer[0].firstRange(of: title) != nil)
        #expect(answer[0].suffix(2) == [0x0D, 0x0A])
    }
}
