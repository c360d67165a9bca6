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
#include "usecases/accounts/demo_sign_ins.h"

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
    KindOfWords{"email", "someone{n}@example.org"},
    KindOfWords{"telephone", "01632 960 001"},
    KindOfWords{"colour", "#0b4f4a"},
    KindOfWords{"exit-page", "https://www.example.org/"},
    KindOfWords{"web-address", "https://asb.example.org"},
    KindOfWords{"address", "https://hooks.example.org/doorstep"},
    KindOfWords{"duplicate-of", "{report}"},
    KindOfWords{"other-reference", "{case}"},
    KindOfWords{"linked-case", ""},
    KindOfWords{"case", "{case}"},
    // Nobody may be named in these, and by now people are called as the strings are.
    KindOfWords{"explanation", "We have looked into it"},
    KindOfWords{"title", "Noise at night"},
    KindOfWords{"postcode", "MK9 3XS"},
    KindOfWords{"time", "9am"},
    KindOfWords{"age", "30"},
    KindOfWords{"amount", "12.50"},
    KindOfWords{"zone-centre", ""},
    KindOfWords{"zone-radius", ""},
    KindOfWords{"zone-outline", ""},
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
    KeepsNothing{"/meetings/{meeting}/attendance", "makes people of lines: see the tests of domain/meetings"},
    KeepsNothing{"/admin/risk-sets/proposals/new",
                 "keeps them inside the proposed version: see the tests of question_set_toml"},
    KeepsNothing{"/performance/case-reviews/new",
                 "asks for a period that is over: see tests/web/case_reviews_test"},
    KeepsNothing{"/cases/{reference}/made/{order}/extension",
                 "asks for three days that differ from one another: see tests/web/orders_test"},
    KeepsNothing{"/cases/{reference}/orders/{action}/order",
                 "asks for checks passed first and no other order then: see tests/web/orders_test"},
};

/// Whoever sends one of these has the record no more, or may not change it any more: they come last.
constexpr std::array ends_of_records{
    "/conflict",     "/cases/{reference}/restriction", "/closure",         "/decision", "/disablement",
    "/tasks/{task}", "/orders/{action}/end",           "/made/{order}/end"};

bool ends_a_record(std::string_view route) {
    return std::any_of(ends_of_records.begin(), ends_of_records.end(),
                       [&](char const* end) { return route.ends_with(end); });
}

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

/// {n} is another number each time.
std::optional<std::string_view> answer_of_kind(std::string_view name) {
    for (auto const& kind : kinds_of_words)
        if (name.ends_with(kind.field)) return kind.answer;
    return std::nullopt;
}

std::string with_word(std::string answer, std::string_view word, std::string const& with) {
    if (auto const at = answer.find(word); at != std::string::npos) answer.replace(at, word.size(), with);
    return answer;
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

/// Finds a text in the database: as the whole of some value, or in the JSON of one.
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
                text += (n > 0 ? " OR \"" : "\"") + names[n] + "\" = :words OR instr(\"" + names[n] +
                        "\", :quoted) > 0";
            queries_.push_back(std::make_unique<storage::sql::Query>("test.kept_words " + table, text));
        }
    }
    bool has(std::string const& words) {
        // {"words":"..."}: some words are kept as JSON, maybe after the name of what they answer.
        auto const detail = domain::events::Detail().set("words", words).json();
        auto const quoted = detail.substr(10, detail.size() - 12);
        return database_.read([&](storage::sql::Read& tx) {
            return std::any_of(queries_.begin(), queries_.end(), [&](auto const& query) {
                return *tx.value<std::int64_t>(*query, {{"words", words}, {"quoted", quoted}}) > 0;
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
    std::size_t leave_out = 0;  ///< this field of words is left empty, counted from 1
};

/// From this attempt on the second button is pressed, then the third, and fields are left out in turn: some
/// words are kept only where others are missing.
constexpr int other_buttons_from = 36;
constexpr int leaving_out_from = 18;

struct Filled {
    http::Pairs fields;
    std::map<std::string, std::string> words;  ///< what was typed into the fields that take any
};

/// What became of one form.
struct Outcome {
    bool echoed = false;
    bool was_met_again = false;  ///< its page still had it when it was to be sent
    bool accepted = false;
    std::set<std::string> kept;
    std::set<std::string> refused_as_kind;
    std::map<std::string, int> answers;  ///< what the site said when it was not taken, and how often
};

class EveryForm : public ::testing::Test {
  protected:
    void SetUp() override {
        if (naughty_strings().empty()) GTEST_SKIP() << "The list of naughty strings is not here";
        crawler_ = std::make_unique<Crawler>();
        kept_ = std::make_unique<KeptWords>(crawler_->database());
        static storage::sql::Query const some_case{"test.some_case",
                                                   "SELECT reference FROM case_file WHERE state = 'open' AND "
                                                   "NOT restricted ORDER BY reference DESC LIMIT 1 OFFSET 1"};
        static storage::sql::Query const some_report{
            "test.some_report", "SELECT reference FROM report ORDER BY reference DESC LIMIT 1"};
        crawler_->database().read([&](storage::sql::Read& tx) {
            case_reference_ = *tx.value<std::string>(some_case, {});
            report_reference_ = *tx.value<std::string>(some_report, {});
        });
    }

    std::string mark() { return "mark" + std::to_string(++marks_) + "x"; }

    /// The first question takes its choices in turn; the others so that they come together in every way.
    static std::size_t chosen_place(Variant const& variant, std::size_t question, std::size_t choices) {
        auto const turn = static_cast<std::size_t>(variant.choice);
        return (question == 0 ? turn : turn * (2 * question + 1) / (question + 1)) % choices;
    }

    http::Pairs with_choices(PageForm const& form, Variant const& variant) {
        http::Pairs fields;
        std::size_t question = 0;
        for (auto const& field : form.fields) switch (field.kind) {
                case PageField::Kind::hidden:
                    fields.add(field.name, field.value);
                    break;
                case PageField::Kind::choice:
                    if (!field.chosen.empty() && variant.choice == 0)
                        fields.add(field.name, field.chosen.front());
                    else if (!field.choices.empty())
                        fields.add(field.name,
                                   field.choices[chosen_place(variant, question++, field.choices.size())]);
                    break;
                case PageField::Kind::list: {
                    // At first what the page proposes, also that nothing is chosen.
                    if (variant.choice == 0) {
                        if (!field.chosen.empty()) fields.add(field.name, field.chosen.front());
                        break;
                    }
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
                    fields.add(field.name, field.name == "password"
                                               ? std::string(usecases::accounts::demo_password)
                                               : "a long enough password");
                    break;
                default:
                    break;
            }
        if (!form.buttons.empty()) {
            auto const& button = form.buttons[static_cast<std::size_t>(variant.choice / other_buttons_from) %
                                              form.buttons.size()];
            if (!button.name.empty()) fields.add(button.name, button.value);
        }
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
            if (answer.status == 303) return accepted(outcome, place, filled, answer);
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
        std::size_t place = 0;
        for (auto const& field : form.fields) {
            if (!takes_words(field)) continue;
            if (++place == variant.leave_out) continue;
            if (of_kind.contains(field.name)) {
                auto answer =
                    with_word(std::string(*answer_of_kind(field.name)), "{n}", std::to_string(++marks_));
                answer =
                    with_word(with_word(answer, "{case}", case_reference_), "{report}", report_reference_);
                filled.fields.add(field.name, answer);
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
        bool second_page_lacks = false;
        int shape = 0;
        for (int attempt = 0; attempt < 72; ++attempt) {
            auto const place = found.places[static_cast<std::size_t>(attempt / 5) % found.places.size()];
            begin_report_again(place);
            auto const page = place.visitor->browser.get(place.address);
            auto const parts = parts_of_page(page.body, place.address);
            auto const* form = crawler_->form_with_key(parts, found.key);
            if (!form || !form->is_post) {
                ++outcome.answers["no such form at " + place.address];
                continue;
            }
            outcome.was_met_again = true;
            static constexpr std::array days{0, -1, 1, 7, -7, 30};
            Variant const variant{.choice = shape + shape / 6,
                                  .day = days[static_cast<std::size_t>(shape + shape / 6) % days.size()],
                                  .ticks = shape % 3 != 0,
                                  .leave_out = shape < leaving_out_from ? 0
                                                                        : static_cast<std::size_t>(shape) %
                                                                              (found.word_fields.size() + 1)};
            auto const filled = fill_in(*form, variant, limits, outcome.refused_as_kind);
            auto answer = post(place, *form, filled.fields);
            auto shown = crawler_->take_in(*place.visitor, form->action, answer);
            bool is_taken = answer.status == 200 && !crawler_->form_with_key(shown, found.key);
            // A page to check it on, which sends it again; or one that does not ask, such as a starting
            // password.
            for (auto const& next : shown.forms)
                if (is_taken && next.is_post &&
                    crawler_->route_of(http::Method::post, next.action) == found.route) {
                    auto const key = crawler_->key_of(next);
                    auto const filled_next = fill_in(next, variant, {}, {});
                    answer = post(place, next, filled_next.fields);
                    auto& kept = kept_of_second_pages_[key];
                    second_page_lacks = false;
                    for (auto const& [name, typed] : filled_next.words) {
                        if (kept_->has(typed)) kept.insert(name);
                        second_page_lacks = second_page_lacks || !kept.contains(name);
                    }
                    shown = crawler_->take_in(*place.visitor, next.action, answer);
                    is_taken = false;
                    break;
                }
            auto const learnt = limits.size() + outcome.refused_as_kind.size();
            if (answer.status == 303 || is_taken)
                accepted(outcome, place, filled, answer);
            else
                refused(outcome, limits, answer);
            // Too long, or of a kind: the same again, shorter or of the kind.
            if (limits.size() + outcome.refused_as_kind.size() == learnt) ++shape;
            if (outcome.accepted && !second_page_lacks && fields_lacking(found, outcome).empty()) return;
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

    void accepted(Outcome& outcome, FormPlace const& place, Filled const& filled,
                  http::Response const& answer) {
        outcome.accepted = true;
        if (auto const location = location_of(answer); !location.empty())
            crawler_->take_in(*place.visitor, location, place.visitor->browser.get(location));
        auto const again = parts_of_page(place.visitor->browser.get(place.address).body, place.address);
        // The page may ask for more than before.
        auto const stands_there = [&](std::string const& name, std::string const& typed) {
            return std::any_of(again.forms.begin(), again.forms.end(), [&](PageForm const& form) {
                auto const* field = form.find(name);
                return field && field->value == typed;
            });
        };
        for (auto const& [name, typed] : filled.words)
            if (kept_->has(typed) || stands_there(name, typed)) outcome.kept.insert(name);
    }

    static void refused(Outcome& outcome, std::map<std::string, std::size_t>& limits,
                        http::Response const& answer) {
        auto const problems = problems_on(answer);
        std::string said = std::to_string(answer.status);
        for (auto const& [name, message] : problems) said += ", " + name + ": " + message;
        if (problems.empty()) said += " " + text_of(answer).substr(0, 200);
        ++outcome.answers[said];
        for (auto const& [name, message] : problems) {
            if (auto const limit = limit_in(message))
                limits[name] = *limit;
            else if (answer_of_kind(name))
                outcome.refused_as_kind.insert(name);
        }
    }

    /// Fields whose words were never kept, in this form or another for the same address: one that asks for
    /// more in some cases is another form.
    std::vector<std::string> fields_lacking(FoundForm const& found, Outcome const& outcome) {
        auto& kept = kept_of_route_[found.route];
        kept.insert(outcome.kept.begin(), outcome.kept.end());
        kept.insert(outcome.refused_as_kind.begin(), outcome.refused_as_kind.end());
        std::vector<std::string> lacking;
        for (auto const& name : found.word_fields)
            if (!kept.contains(name)) lacking.push_back(name);
        return lacking;
    }

    std::string words_of_outcome(FoundForm const& found, Outcome const& outcome) {
        std::string words = found.key + "\n   at " + found.places.front().address + " as " +
                            found.places.front().visitor->name + "\n   not kept:";
        for (auto const& name : fields_lacking(found, outcome)) words += " " + name;
        if (!outcome.accepted) words += "\n   never taken";
        for (auto const& [said, times] : outcome.answers)
            words += "\n   " + std::to_string(times) + " times " + said;
        return words;
    }

    void fill_in_whole(FoundForm const& found) {
        Outcome outcome;
        if (found.word_fields.empty()) {
            // A resident's questions are asked one after another: those without words lead to the others.
            if (found.places.front().visitor->name == "A resident" &&
                !found.route.starts_with("/report/save"))
                send(found, outcome);
            return;
        }
        if (!makes_no_record(found.route)) echo(found, outcome);
        if (!fields_lacking(found, outcome).empty()) send(found, outcome);
        outcomes_.emplace_back(found, outcome);
    }

    std::unique_ptr<Crawler> crawler_;
    std::unique_ptr<KeptWords> kept_;
    std::vector<std::pair<FoundForm, Outcome>> outcomes_;
    Answers answers_;
    int marks_ = 0;
    std::string case_reference_;
    std::string report_reference_;
    /// Forms that come only after another was sent, and which of their words were kept.
    std::map<std::string, std::set<std::string>> kept_of_second_pages_;
    std::map<std::string, std::set<std::string>> kept_of_route_;
};

TEST_F(EveryForm, keeps_what_was_typed_and_shows_it_as_words) {
    crawler_->look_around();
    // Sending a form may show others.
    for (bool const ends : {false, true})
        for (std::size_t n = 0; n < crawler_->forms().size(); ++n) {
            auto const found = crawler_->forms()[n];
            if (found.places.empty() || ends_a_record(found.route) != ends ||
                kept_of_second_pages_.contains(found.key))
                continue;
            fill_in_whole(found);
            crawler_->look_around();
        }
    for (auto const& [found, outcome] : outcomes_) {
        // What the record is asked has changed since: it is another form for the same address now.
        bool const is_gone = !outcome.was_met_again && !kept_of_route_[found.route].empty();
        if (!makes_no_record(found.route) && !is_gone && !fields_lacking(found, outcome).empty())
            ADD_FAILURE() << words_of_outcome(found, outcome);
    }
    for (auto const& found : crawler_->forms()) {
        auto const second = kept_of_second_pages_.find(found.key);
        if (second == kept_of_second_pages_.end()) continue;
        for (auto const& name : found.word_fields)
            EXPECT_TRUE(second->second.contains(name)) << found.key << ": " << name << " was not kept";
    }
    EXPECT_GT(outcomes_.size(), 50U);
    std::cout << outcomes_.size() << " forms of words, " << crawler_->forms().size() << " forms\n";
}

}  // namespace
}  // namespace doorstep::test
