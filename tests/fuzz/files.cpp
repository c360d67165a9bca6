#include <algorithm>
#include <string>

#include "base/date.h"
#include "base/failure.h"
#include "base/instant.h"
#include "base/uuid.h"
#include "documents/csv/field.h"
#include "documents/csv/reader.h"
#include "fuzz/targets.h"
#include "http/decode.h"
#include "legal/standard_file.h"
#include "storage/search_words.h"

namespace doorstep::fuzz {

void csv(std::string_view input) {
    constexpr std::size_t most_records = 2000;
    constexpr std::size_t longest = 4096;
    try {
        auto reader = documents::csv::Reader::of_text(std::string(input),
                                                      {.separator = ',', .longest_record = longest});
        std::int64_t last_line = 0;
        for (std::size_t n = 0; n < most_records; ++n) {
            auto const record = reader.next();
            if (!record || !*record) return;
            expect((*record)->line > last_line, "records stand in order of their lines");
            last_line = (*record)->line;
            expect(!(*record)->fields.empty(), "a record has fields");
            for (auto const& field : (*record)->fields) {
                auto const written = documents::csv::field(field);
                expect(written.empty() ||
                           std::string_view("=+-@\t\r").find(written.front()) == std::string::npos,
                       "no field is written as a formula");
            }
        }
    } catch (GatewayError const&) {
        // A packed file that is damaged.
    }
}

void moments(std::string_view input) {
    if (auto const date = Date::parse_iso(input))
        expect(date->iso() == input, "a date is read as it is written");
    if (auto const time = TimeOfDay::parse(input)) {
        auto const again = TimeOfDay::parse(time->iso());
        expect(again && *again == *time, "a time is read as it is written");
    }
    if (auto const instant = Instant::parse_iso(input)) {
        auto const again = Instant::parse_iso(instant->iso());
        expect(again && *again == *instant, "a moment is read as it is written");
    }
    if (auto const id = Uuid::parse(input)) expect(id->text().size() == 36, "an id has 36 characters");
    if (auto const quarter = FinancialQuarter::parse(input))
        expect(quarter->code() == input, "a quarter is read as it is written");
}

void standards(std::string_view input) {
    auto const file = legal::read_standards(input, "fuzz");
    expect(file.problems.size() <= input.size() + 1 && file.rows.size() <= input.size(),
           "rows come from text");
}

void words(std::string_view input) {
    if (!http::is_clean_utf8(input)) return;  // the server takes nothing else
    auto const document = storage::words_document(input);
    expect(storage::words_document(document) == document, "folded words stay as they are");
    expect(document.find("  ") == std::string::npos, "one space between words");
    auto const typed = input.substr(0, std::min<std::size_t>(input.size(), 60));
    if (!http::is_clean_utf8(typed)) return;
    storage::WordsLookedFor const looked_for(typed);
    auto const found = looked_for.in(storage::words_document(typed));
    expect(looked_for.are_all_in(found), "what is looked for is in itself");
    auto const query = storage::words_query(storage::sql::Engine::sqlite, typed);
    expect(std::count(query.begin(), query.end(), '"') % 2 == 0, "quotes of a query are closed");
}

}  // namespace doorstep::fuzz
