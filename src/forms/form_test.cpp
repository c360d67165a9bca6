#include "forms/form.h"

#include <gtest/gtest.h>

#include "forms/json.h"
#include "forms/render.h"

namespace doorstep::forms {
namespace {

enum class Colour { red, blue };
constexpr auto enum_names(Colour) {
    return std::array{EnumName{Colour::red, "red", "Red"}, EnumName{Colour::blue, "blue", "Blue"}};
}

struct Visit {
    Date on;
    std::optional<TimeOfDay> at;
    Colour colour = Colour::red;
    std::string said;
    std::string other;
    std::optional<bool> safe;
    std::vector<std::string> kinds;
    std::optional<int> people;
    bool urgent = false;
};

Form<Visit> const& visit_form() {
    static auto const made = form<Visit>(
        "visit",
        date_field(&Visit::on, {.name = "on", .label = "When?"},
                   {required("Enter the date"), not_in_future("Not in the future")}),
        time_field(&Visit::at, {.name = "at", .label = "What time?"}),
        radios_field(
            &Visit::colour,
            {.name = "colour",
             .label = {"Which colour?", "Pa liw?"},
             .choices = {{.value = "red", .text = "Red", .text_welsh = "Coch"},
                         {.value = "blue", .text = "Blue", .text_welsh = "Glas", .reveals = {"other"}}}},
            {required({"Select a colour", "Dewiswch liw"})}),
        text_field(&Visit::other, {.name = "other", .label = "Which blue?"}, {required("Enter which blue")}),
        textarea_field(&Visit::said, {.name = "said", .label = "What was said?", .character_limit = 20},
                       {at_most(20, "Must be 20 characters or fewer")}),
        yes_no_field(&Visit::safe, {.name = "safe", .label = "Is it safe?"}),
        checkboxes_field(&Visit::kinds,
                         {.name = "kinds",
                          .label = "Kinds",
                          .choices = {{.value = "a", .text = "A"}, {.value = "b", .text = "B"}}}),
        text_field(&Visit::people, {.name = "people", .label = "How many?"}),
        tick_field(&Visit::urgent, {.name = "urgent", .label = "Urgent"}));
    return made;
}

Pairs valid() {
    Pairs typed;
    typed.add("on-day", "27");
    typed.add("on-month", "3");
    typed.add("on-year", "2026");
    typed.add("colour", "red");
    return typed;
}

Parsed<Visit> parse_visit(Pairs const& typed, http::Language language = http::Language::english) {
    return parse(visit_form(), typed, {.today = *Date::of(2026, 6, 10), .language = language, .choices = {}});
}

std::vector<std::string> fields_of(std::vector<Problem> const& problems) {
    std::vector<std::string> names;
    for (auto const& problem : problems) names.push_back(problem.field);
    return names;
}

TEST(Form, reads_what_was_typed_into_its_input) {
    auto typed = valid();
    typed.add("at", "5:30pm");
    typed.add("said", "Hello");
    typed.add("safe", "yes");
    typed.add("kinds", "a");
    typed.add("kinds", "b");
    typed.add("people", "1,200");
    typed.add("urgent", "yes");
    auto const parsed = parse_visit(typed);
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(parsed.input.on, *Date::of(2026, 3, 27));
    EXPECT_EQ(parsed.input.at, (TimeOfDay{17, 30}));
    EXPECT_EQ(parsed.input.said, "Hello");
    EXPECT_EQ(parsed.input.safe, true);
    EXPECT_EQ(parsed.input.kinds, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(parsed.input.people, 1200);
    EXPECT_TRUE(parsed.input.urgent);
}

TEST(Form, names_every_problem_in_the_order_of_the_fields) {
    Pairs typed;
    typed.add("at", "soon");
    typed.add("said", "This is far more than twenty characters");
    typed.add("people", "a few");
    EXPECT_EQ(fields_of(parse_visit(typed).problems),
              (std::vector<std::string>{"on", "at", "colour", "said", "people"}));
}

TEST(Form, says_what_to_do_in_the_language_of_the_page) {
    auto typed = valid();
    typed.remove("colour");
    EXPECT_EQ(parse_visit(typed).problems.front().message, "Select a colour");
    EXPECT_EQ(parse_visit(typed, http::Language::welsh).problems.front().message, "Dewiswch liw");
}

TEST(Form, takes_a_month_by_its_name_in_either_language) {
    for (auto const* month : {"march", "Mar", "mawrth", " 3 "}) {
        auto typed = valid();
        typed.set("on-month", month);
        EXPECT_EQ(parse_visit(typed).input.on, *Date::of(2026, 3, 27)) << month;
    }
}

TEST(Form, refuses_a_day_that_does_not_exist_and_a_date_with_a_part_missing) {
    auto typed = valid();
    typed.set("on-day", "30");
    typed.set("on-month", "2");
    EXPECT_EQ(parse_visit(typed).problems.front().message, "Date must be a real date, like 27 3 2026");
    typed.set("on-day", "");
    EXPECT_EQ(parse_visit(typed).problems.front().message, "Date must include a day");
    typed.set("on-day", "3");
    typed.set("on-month", "4");
    for (auto const* year : {"26", "20266", "two", "-200"}) {
        typed.set("on-year", year);
        EXPECT_EQ(parse_visit(typed).problems.front().message, "Year must include 4 numbers") << year;
    }
}

TEST(Form, refuses_a_choice_that_was_not_offered) {
    auto typed = valid();
    typed.set("colour", "green");
    EXPECT_EQ(fields_of(parse_visit(typed).problems), (std::vector<std::string>{"colour"}));
    typed.set("colour", "red");
    typed.add("kinds", "c");
    EXPECT_EQ(fields_of(parse_visit(typed).problems), (std::vector<std::string>{"kinds"}));
}

TEST(Form, asks_for_a_revealed_field_only_when_its_choice_was_made) {
    auto typed = valid();
    typed.add("other", "navy");
    auto const unrevealed = parse_visit(typed);
    EXPECT_TRUE(unrevealed.ok());
    EXPECT_EQ(unrevealed.input.other, "");
    typed.set("colour", "blue");
    EXPECT_EQ(parse_visit(typed).input.other, "navy");
    typed.remove("other");
    EXPECT_EQ(fields_of(parse_visit(typed).problems), (std::vector<std::string>{"other"}));
}

TEST(Form, keeps_free_text_exactly_as_it_was_typed_but_for_line_ends) {
    auto typed = valid();
    typed.add("said", "  a\r\nb\r\xE2\x80\x8B ");
    EXPECT_EQ(parse_visit(typed).input.said, "  a\nb\n\xE2\x80\x8B ");
}

TEST(Form, counts_characters_and_not_bytes) {
    auto typed = valid();
    typed.add(
        "said",
        "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80");
    EXPECT_TRUE(parse_visit(typed).ok());
}

TEST(Form, shows_again_what_a_record_holds) {
    Visit visit;
    visit.on = *Date::of(2026, 3, 27);
    visit.colour = Colour::blue;
    visit.kinds = {"b"};
    auto const typed = fill(visit_form(), visit);
    EXPECT_EQ(typed.value("on-month"), "3");
    EXPECT_EQ(typed.value("colour"), "blue");
    EXPECT_EQ(typed.value("kinds"), "b");
}

TEST(RenderedForm, escapes_what_was_typed_and_shows_it_again) {
    FormView view;
    view.typed.add("said", "<script>alert('x')</script>");
    auto const html = render_fields(visit_form(), view).markup();
    EXPECT_EQ(html.find("<script>"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
}

TEST(RenderedForm, links_each_problem_to_the_first_box_of_its_field) {
    auto const html =
        problem_summary({{"on", "Enter the date"}, {"colour", "Select a colour"}, {"", "Something else"}},
                        visit_form().shapes(), http::Language::english)
            .markup();
    EXPECT_NE(html.find("href=\"#on-day\""), std::string::npos);
    EXPECT_NE(html.find("href=\"#colour\""), std::string::npos);
}

TEST(RenderedForm, opens_a_revealed_field_under_its_choice_only) {
    auto const html = render_fields(visit_form(), {}).markup();
    auto const first = html.find("name=\"other\"");
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(html.find("name=\"other\"", first + 1), std::string::npos);
    EXPECT_GT(first, html.find("value=\"blue\""));
}

TEST(RenderedForm, never_shows_a_password_again) {
    struct Secret {
        std::string word;
    };
    auto const made =
        form<Secret>("secret", password_field(&Secret::word, {.name = "word", .label = "Password"}));
    FormView view;
    view.typed.add("word", "hunter2");
    EXPECT_EQ(render_fields(made, view).markup().find("hunter2"), std::string::npos);
}

TEST(JsonForm, reads_the_same_fields_from_an_object) {
    auto const typed = typed_from_json(
        visit_form().shapes(),
        R"({"on":"2026-03-27","colour":"red","kinds":["a"],"people":3,"safe":true,"urgent":false,"said":null})");
    ASSERT_TRUE(typed);
    auto const parsed = parse_visit(*typed);
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(parsed.input.on, *Date::of(2026, 3, 27));
    EXPECT_EQ(parsed.input.people, 3);
    EXPECT_EQ(parsed.input.safe, true);
    EXPECT_FALSE(parsed.input.urgent);
}

TEST(JsonForm, refuses_what_is_no_object_and_members_the_form_does_not_have) {
    EXPECT_EQ(typed_from_json(visit_form().shapes(), "[1]").error().code(), "bad-json");
    EXPECT_EQ(typed_from_json(visit_form().shapes(), "{").error().code(), "bad-json");
    EXPECT_EQ(typed_from_json(visit_form().shapes(), R"({"owner":"me"})").error().code(), "unknown-member");
    EXPECT_EQ(typed_from_json(visit_form().shapes(), R"({"said":{"a":1}})").error().code(), "bad-member");
}

TEST(JsonForm, says_what_it_takes_as_a_schema) {
    auto const text = schema(visit_form().shapes());
    EXPECT_NE(text.find(R"("on":{"type":"string","format":"date")"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("required":["on","colour"])"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("enum":["red","blue"])"), std::string::npos) << text;
}

TEST(DraftAnswers, come_back_as_they_were_kept) {
    Pairs answers;
    answers.add("a", "one");
    answers.add("b", "\"two\"\n");
    answers.add("a", "three");
    auto const back = answers_from_json(answers_to_json(answers));
    EXPECT_EQ(back.all("a"), (std::vector<std::string_view>{"one", "three"}));
    EXPECT_EQ(back.value("b"), "\"two\"\n");
}

}  // namespace
}  // namespace doorstep::forms
