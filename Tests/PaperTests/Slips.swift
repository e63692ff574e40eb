import Circulation

@testable import Paper

/// A few words, so that this room can be tested without the words files.
enum Slips {
    static let english = PaperWords(
        isRightToLeft: false,
        text: { message in
            switch message.phrase {
            case .paperBorrowed: "BORROWED TODAY: \(value("n", message))"
            case .paperReturned: "RETURNED TODAY: \(value("n", message))"
            case .paperDue: "BACK BY \(value("date", message))"
            case .rowDueText: "back by \(value("text", message))"
            case .paperThanks: "Thank you."
            case .paperSlip: "\(value("station", message))  No. \(value("number", message))"
            default: "?"
            }
        }, date: { "Monday \($0.day) \($0.year)" })

    static let arabic = PaperWords(
        isRightToLeft: true,
        text: { message in
            switch message.phrase {
            case .paperBorrowed: "المُعار اليوم: \(value("n", message))"
            case .paperReturned: "المُعاد اليوم: \(value("n", message))"
            case .paperDue: "الإرجاع قبل \(value("date", message))"
            case .rowDueText: "الإرجاع قبل \(value("text", message))"
            case .paperThanks: "شكرًا."
            case .paperSlip: "\(value("station", message))  رقم \(value("number", message))"
            default: "?"
            }
        }, date: { "الاثنين \($0.day) \($0.year)" })

    @Sendable private static func value(_ name: String, _ message: Message) -> String {
        switch message.arguments.first(where: { $0.name == name })?.value {
        case .number(let number)?: "\(number)"
        case .text(let text)?: text
        case .date(let date)?: "Friday \(date.text)"
        case .money?, nil: "nothing"
        }
    }

    static let day = LocalDate(year: 2026, month: 1, day: 5)!
    static let long =
        "The Strange Case of the Alchemist’s Daughter and the European Travel for the Monstrous Gentlewoman"

    static func borrowed(_ language: String) -> Document {
        receipt(
            .borrowed, language,
            [
                Receipt.Line(title: "Atlas of mosses", due: day.adding(days: 28)),
                Receipt.Line(title: "The Salt Path", due: day.adding(days: 14)),
                Receipt.Line(title: "Žluťoučký kůň – Æsop, Łódź, “Größe” €5", due: day.adding(days: 14)),
                Receipt.Line(title: long, due: day.adding(days: 14)),
                Receipt.Line(title: "Мастер и Маргарита", dueText: "next month"),
                Receipt.Line(title: "紅樓夢 第一冊"),
            ])
    }

    static func returned(_ language: String) -> Document {
        receipt(.returned, language, [Receipt.Line(title: "The Salt Path"), Receipt.Line(title: "كتاب الحيوان")])
    }

    static func receipt(_ kind: Receipt.Kind, _ language: String, _ lines: [Receipt.Line]) -> Document {
        .receipt(
            Receipt(
                kind: kind, library: "Riverside Library", station: "Kiosk 1",
                at: LocalTime(day, hour: 14, minute: 7, second: 9), lines: lines, number: 4471, language: language))
    }
}
