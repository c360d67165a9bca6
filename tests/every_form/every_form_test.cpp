#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <regex>

#include "crawler.h"
#include "domain/events/detail.h"
#include "naughty_strings.h"
#include "storage/sql/query.h"

/// The Big List of Naughty Strings through every field that takes words, of every form that any page shows.
/// Nothing here names a form: a new one is found by its link and filled in from the moment it is on a page.
namespace doorstep::test {
namespace {

/// Fields whose words must be of some kind, and an answer they take. Their naughty strings are refused with
/// words and come back as they were typed.
struct KindOfWords {
    std::string_view field;  ///< the end of its name
    std::string_view answer;
};
constexpr std::array kinds_of_words{
    KindOfWords{"email", "someone@example.org"},
    KindOfWords{"telephone", "01632 960 001"},
    KindOfWords{"postcode", "MK9 3XS"},
    KindOfWords{"time", "9am"},
};

/// Forms that make no record, and what becomes of their words.
struct KeepsNothing {
    std::string_view route;
    std::string_view why;
};
constexpr std::array keeps_nothing{
    KeepsNothing{"/staff/sign-in", "asks who it is"},
    KeepsNothing{"/search", "looks for something"},
    KeepsNothing{"/report/resume", "asks for a code"},
    KeepsNothing{"/admin/risk-sets/proposals/new",
                 "keeps them inside the proposed version: see the tests of question_set_toml"},
};

bool makes_no_record(std::string_view route) {
    return std::any_of(keeps_nothing.begin(), keeps_nothing.end(),
                       [&](KeepsNothing const& one) { return one.route == route; });
}

/// Where two texts part, rather than pages of both.
std::string difference_of(std::string const& is, std::string const& was) {
    auto const at = static_cast<std::size_t>(
        std::mismatch(is.begin(), is.begin() + static_cast<std::ptrdiff_t>(std::min(is.size(), was.size())),
                      was.begin())
            .first -
        is.begin());
    return ::testing::PrintToString(is.substr(at, 60)) + " instead of " +
           ::testing::PrintToString(was.substr(at, 60));
}

std::optional<std::string> answer_of_kind(std::string_view name) {
    for (auto const& kind : kinds_of_words)
        if (name.ends_with(kind.field)) {
            static int asked = 0;
            std::string answer(kind.answer);
            if (auto const at = answer.find("{n}"); at != std::string::npos)
                answer.replace(at, 3, std::to_string(++asked));
            return answer;
        }
    return std::nullopt;
}

std::string decoded_words(std::string text) {
    for (auto const& [entity, sign] : std::vector<std::pair<std::string, std::string>>{
             {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; at += sign.size())
            text.replace(at, entity.size(), sign);
    return text;
}

/// What the error summary says, by field; "" for what is about no field.
std::map<std::string, std::string> problems_on(http::Response const& response) {
    std::map<std::string, std::string> problems;
    auto const start = response.body.find("govuk-error-summary__list");
    if (start == std::string::npos) return problems;
    auto const list = response.body.substr(start, response.body.find("</ul>", start) - start);
    static std::regex const item(R"re(<li>\s*(?:<a href="#([^"]*)">)?([^<]*))re");
    for (std::sregex_iterator at(list.begin(), list.end(), item), end; at != end; ++at) {
        std::string field = (*at)[1];
        problems[field.substr(0, field.find("-day"))] = decoded_words((*at)[2]);
    }
    return problems;
}

/// "… must be 300 characters or fewer"
std::optional<std::size_t> limit_in(std::string const& message) {
    static std::regex const words("([0-9][0-9,]*) characters or fewer");
    std::smatch found;
    if (!std::regex_search(message, found, words)) return std::nullopt;
    std::string digits = found[1];
    std::erase(digits, ',');
    return std::stoul(digits);
}

/// Finds a text as the whole of some value that the database keeps.
class KeptWords {
  public:
    explicit KeptWords(storage::sql::Database& database) : database_(database) {
        static storage::sql::Query const columns{
            "test.text_columns",
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = "
            "'table' "
            "AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'search%' AND m.name NOT LIKE 'address_%' AND "
            "c.type = 'TEXT' ORDER BY 1, 2"};
        std::map<std::string, std::vector<std::string>> tables;
        database.read([&](storage::sql::Read& tx) {
            tx.each(columns, {}, [&](storage::sql::Row& row) {
                std::string table;
                std::string column;
                row.read(table, column);
                tables[table].push_back(column);
            });
        });
        for (auto const& [table, names] : tables) {
            std::string text = "SELECT count(*) FROM \"" + table + "\" WHERE ";
            for (std::size_t n = 0; n < names.size(); ++n)
                text += (n > 0 ? " OR \"" : "\"") + names[n] + "\" = :words";
            queries_.push_back(std::make_unique<storage::sql::Query>("test.kept_words " + table, text));
        }
    }
    bool has(std::string const& words) {
        static storage::sql::Query const in_events{
            "test.words_in_events", "SELECT count(*) FROM event WHERE instr(detail, :words) > 0"};
        // {"words":"..."}: some words are kept by an event alone.
        auto const detail = domain::events::Detail().set("words", words).json();
        auto const quoted = detail.substr(9, detail.size() - 10);
        return database_.read([&](storage::sql::Read& tx) {
            if (*tx.value<std::int64_t>(in_events, {{"words", quoted}}) > 0) return true;
            return std::any_of(queries_.begin(), queries_.end(), [&](auto const& query) {
                return *tx.value<std::int64_t>(*query, {{"words", words}}) > 0;
            });
        });
    }

  private:
    storage::sql::Database& database_;
    std::vector<std::unique_ptr<storage::sql::Query>> queries_;
};

/// One way of filling in a form: which of the choices, which day.
struct Variant {
    int choice = 0;
    int day = 0;  ///< before or after today
    bool ticks = true;
};

struct Filled {
    http::Pairs fields;
    std::map<std::string, std::string> words;  ///< what was typed into the fields that take any
};

/// What became of one form.
struct Outcome {
    bool echoed = false;
    bool accepted = false;
    std::set<std::string> kept;
    std::set<std::string> refused_as_kind;
    std::map<std::string, std::string> last_problems;
};

class EveryForm : public ::testing::Test {
  protected:
    void SetUp() override {
        if (naughty_strings().empty()) GTEST_SKIP() << "The list of naughty strings is not here";
        crawler_ = std::make_unique<Crawler>();
        kept_ = std::make_unique<KeptWords>(crawler_->database());
    }

    std::string mark() { return "mark" + std::to_string(++marks_) + "x"; }

    http::Pairs with_choices(PageForm const& form, Variant const& variant) {
        http::Pairs fields;
        for (auto const& field : form.fields) switch (field.kind) {
                case PageField::Kind::hidden:
                    fields.add(field.name, field.value);
                    break;
                case PageField::Kind::choice:
                    if (!field.choices.empty())
                        fields.add(
                            field.name,
                            field.choices[static_cast<std::size_t>(variant.choice) % field.choices.size()]);
                    break;
                case PageField::Kind::list: {
                    std::vector<std::string> choices;
                    for (auto const& one : field.choices)
                        if (!one.empty()) choices.push_back(one);
                    if (!field.chosen.empty() && !field.chosen.front().empty() && variant.choice % 2 == 0)
                        fields.add(field.name, field.chosen.front());
                    else if (!choices.empty())
                        fields.add(field.name,
                                   choices[static_cast<std::size_t>(variant.choice / 2) % choices.size()]);
                    break;
                }
                case PageField::Kind::boxes:
                    if (!variant.ticks) break;
                    for (auto const& one : field.chosen) fields.add(field.name, one);
                    if (field.chosen.empty())
                        fields.add(
                            field.name,
                            field.choices[static_cast<std::size_t>(variant.choice) % field.choices.size()]);
                    break;
                case PageField::Kind::number:
                    number(fields, field, variant);
                    break;
                case PageField::Kind::password:
                    fields.add(field.name, "a long enough password");
                    break;
                default:
                    break;
            }
        if (!form.button_name.empty()) fields.add(form.button_name, form.button_value);
        return fields;
    }

    static void number(http::Pairs& fields, PageField const& field, Variant const& variant) {
        auto const day = Date::of(2026, 6, 10)->plus_days(variant.day);
        auto value = field.value.empty() ? std::string("1") : field.value;
        if (field.name.ends_with("-day")) value = std::to_string(day.day());
        if (field.name.ends_with("-month")) value = std::to_string(day.month());
        if (field.name.ends_with("-year")) value = std::to_string(day.year());
        fields.add(field.name, value);
    }

    /// Every string in every field at once, and a choice that does not exist: what was typed comes back.
    void echo(FoundForm const& found, Outcome& outcome) {
        for (auto const& place : found.places) {
            auto const page = place.visitor->browser.get(place.address);
            auto const parts = parts_of_page(page.body, place.address);
            auto const* form = crawler_->form_with_key(parts, found.key);
            if (!form || !form->is_post) continue;
            Filled filled{.fields = with_choices(*form, {}), .words = {}};
            for (auto const& field : form->fields) {
                if (field.kind == PageField::Kind::choice || field.kind == PageField::Kind::list) {
                    filled.fields.remove(field.name);
                    filled.fields.add(field.name, "no-such-choice");
                }
                if (!takes_words(field)) continue;
                auto const lines = field.kind == PageField::Kind::area ? Lines::many : Lines::one;
                filled.words[field.name] = Answers::all(lines, mark());
                filled.fields.add(field.name, filled.words[field.name]);
            }
            auto const answer = place.visitor->browser.post_raw(form->action, filled.fields);
            auto const shown = crawler_->take_in(*place.visitor, form->action, answer);
            auto const* again = crawler_->form_with_key(shown, found.key);
            if (!again) continue;
            for (auto const& [name, typed] : filled.words) {
                auto const* field = again->find(name);
                if (field && field->value != typed)
                    ADD_FAILURE() << found.route << ", " << name << ": "
                                  << difference_of(field->value, typed);
            }
            outcome.echoed = true;
            return;
        }
    }

    Filled fill_in(PageForm const& form, Variant const& variant,
                   std::map<std::string, std::size_t> const& limits, std::set<std::string> const& of_kind) {
        Filled filled{.fields = with_choices(form, variant), .words = {}};
        for (auto const& field : form.fields) {
            if (!takes_words(field)) continue;
            if (of_kind.contains(field.name)) {
                filled.fields.add(field.name, *answer_of_kind(field.name));
                continue;
            }
            auto const lines = field.kind == PageField::Kind::area ? Lines::many : Lines::one;
            auto const limit = limits.find(field.name);
            auto const usual = lines == Lines::many ? 1000U : 120U;
            filled.words[field.name] =
                answers_.next(lines, limit == limits.end() ? usual : limit->second, mark());
            filled.fields.add(field.name, filled.words[field.name]);
        }
        return filled;
    }

    /// Tries ways of filling it in until every field of words was kept once, as it was typed.
    void send(FoundForm const& found, Outcome& outcome) {
        std::map<std::string, std::size_t> limits;
        for (int attempt = 0; attempt < 72; ++attempt) {
            auto const place = found.places[static_cast<std::size_t>(attempt / 6) % found.places.size()];
            begin_report_again(place);
            auto const page = place.visitor->browser.get(place.address);
            auto const parts = parts_of_page(page.body, place.address);
            auto const* form = crawler_->form_with_key(parts, found.key);
            if (!form || !form->is_post) continue;
            static constexpr std::array days{0, -1, 1, 7, -7, 30};
            Variant const variant{.choice = attempt,
                                  .day = days[static_cast<std::size_t>(attempt + attempt / 6) % days.size()],
                                  .ticks = attempt % 3 != 2};
            auto const filled = fill_in(*form, variant, limits, outcome.refused_as_kind);
            auto answer = post(place, *form, filled.fields);
            auto shown = crawler_->take_in(*place.visitor, form->action, answer);
            bool is_taken = answer.status == 200 && !crawler_->form_with_key(shown, found.key);
            // A page to check it on, which sends it again; or one that does not ask, such as a starting
            // password.
            for (auto const& next : shown.forms)
                if (is_taken && next.is_post &&
                    crawler_->route_of(http::Method::post, next.action) == found.route) {
                    answer = post(place, next, with_choices(next, variant));
                    shown = crawler_->take_in(*place.visitor, next.action, answer);
                    is_taken = false;
                    break;
                }
            if (answer.status == 303 || is_taken) {
                accepted(found, outcome, place, filled, answer);
            } else {
                refused(outcome, limits, answer);
            }
            if (outcome.accepted &&
                outcome.kept.size() + outcome.refused_as_kind.size() >= found.word_fields.size())
                return;
        }
    }

    http::Response post(FormPlace const& place, PageForm const& form, http::Pairs fields) {
        static std::string const picture(
            "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89", 33);
        for (auto const& field : form.fields)
            if (field.kind == PageField::Kind::file)
                place.visitor->browser.attach(field.name, "picture.png", picture);
        return place.visitor->browser.post_raw(form.action, std::move(fields));
    }

    /// A report that was sent is begun anew: its questions are to be asked again.
    static void begin_report_again(FormPlace const& place) {
        if (!place.address.starts_with("/report/")) return;
        auto& browser = place.visitor->browser;
        if (browser.get(place.address).status == 200) return;
        browser.set_cookie("draft", "");
        browser.get("/report/danger");
        http::Pairs fields;
        fields.add("danger", "no");
        browser.post("/report/danger", fields);
    }

    void accepted(FoundForm const& found, Outcome& outcome, FormPlace const& place, Filled const& filled,
                  http::Response const& answer) {
        outcome.accepted = true;
        if (auto const location = location_of(answer); !location.empty())
            crawler_->take_in(*place.visitor, location, place.visitor->browser.get(location));
        auto const again = parts_of_page(place.visitor->browser.get(place.address).body, place.address);
        auto const* form = crawler_->form_with_key(again, found.key);
        for (auto const& [name, typed] : filled.words) {
            auto const* field = form ? form->find(name) : nullptr;
            if (kept_->has(typed) || (field && field->value == typed)) outcome.kept.insert(name);
        }
    }

    static void refused(Outcome& outcome, std::map<std::string, std::size_t>& limits,
                        http::Response const& answer) {
        outcome.last_problems = problems_on(answer);
        if (outcome.last_problems.empty())
            outcome.last_problems[""] = std::to_string(answer.status) + " " + text_of(answer).substr(0, 300);
        for (auto const& [name, message] : outcome.last_problems) {
            if (auto const limit = limit_in(message))
                limits[name] = *limit;
            else if (answer_of_kind(name))
                outcome.refused_as_kind.insert(name);
        }
    }

    static std::string words_of_outcome(FoundForm const& found, Outcome const& outcome) {
        std::string words = found.key + "\n   at " + found.places.front().address + " as " +
                            found.places.front().visitor->name + "\n   not kept:";
        for (auto const& name : found.word_fields)
            if (!outcome.kept.contains(name) && !outcome.refused_as_kind.contains(name)) words += " " + name;
        for (auto const& [name, message] : outcome.last_problems) words += "\n   " + name + ": " + message;
        return words;
    }

    std::unique_ptr<Crawler> crawler_;
    std::unique_ptr<KeptWords> kept_;
    Answers answers_;
    int marks_ = 0;
};

TEST_F(EveryForm, keeps_what_was_typed_and_shows_it_as_words) {
    crawler_->look_around();
    std::size_t done = 0;
    // Sending a form may show others.
    for (std::size_t n = 0; n < crawler_->forms().size(); ++n) {
        auto const found = crawler_->forms()[n];
        if (found.places.empty()) continue;
        if (found.word_fields.empty()) {
            if (found.places.front().visitor->name != "A resident" || found.route.starts_with("/report/save"))
                continue;
            Outcome outcome;
            send(found, outcome);
        } else {
            Outcome outcome;
            if (!makes_no_record(found.route)) echo(found, outcome);
            send(found, outcome);
            EXPECT_TRUE(outcome.echoed || outcome.accepted || makes_no_record(found.route)) << found.key;
            if (!makes_no_record(found.route) &&
                outcome.kept.size() + outcome.refused_as_kind.size() < found.word_fields.size())
                ADD_FAILURE() << words_of_outcome(found, outcome);
            ++done;
        }
        crawler_->look_around();
    }
    EXPECT_GT(done, 60U);
    std::cout << done << " forms of words, " << crawler_->forms().size() << " forms\n";
}

}  // namespace
}  // namespace doorstep::test
