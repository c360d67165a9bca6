#include <algorithm>
#include <array>

#include "domain/access/permissions.h"
#include "govuk/details.h"
#include "govuk/inset_text.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/admin/settings_pages.h"
#include "usecases/questions/propose_questions.h"
#include "usecases/settings.h"

/// A new version of the risk questions: a form made from the version in use, whatever its questions are.
namespace doorstep::pages::admin {
namespace {

using domain::questions::Option;
using domain::questions::Question;
using domain::questions::QuestionSet;
using forms::Control;
using forms::FieldShape;

constexpr char const* proposal_title = "Propose a new version";
constexpr char const* proposal_address = "/admin/risk-sets/proposals/new";
constexpr int answers_of_a_new_question = 4;

std::string name_of_text(Question const& question) { return "text." + question.code; }
std::string name_of_hint(Question const& question) { return "hint." + question.code; }
std::string name_of_drop(Question const& question) { return "drop." + question.code; }
std::string name_of_option(Question const& question, Option const& option) {
    return "option." + question.code + "." + option.code;
}
std::string name_of_score(Question const& question, Option const& option) {
    return "score." + question.code + "." + option.code;
}
std::string new_option(int n) { return "new.option." + std::to_string(n); }
std::string new_score(int n) { return "new.score." + std::to_string(n); }

FieldShape line_shape(std::string name, char const* label, bool is_optional = false) {
    FieldShape shape;
    shape.spec.name = std::move(name);
    shape.spec.label = label;
    shape.spec.optional = is_optional;
    return shape;
}

FieldShape points_shape(std::string name, char const* label) {
    auto shape = line_shape(std::move(name), label);
    shape.is_number = true;
    shape.spec.classes = "govuk-input--width-3";
    shape.spec.suffix = "points";
    return shape;
}

std::vector<FieldShape> shapes_of_question(Question const& question) {
    std::vector<FieldShape> shapes{line_shape(name_of_text(question), "Question"),
                                   line_shape(name_of_hint(question), "Hint", true)};
    for (auto const& option : question.options) {
        shapes.push_back(line_shape(name_of_option(question, option), "Answer"));
        shapes.push_back(points_shape(name_of_score(question, option), "What it counts"));
    }
    auto drop = line_shape(name_of_drop(question), "Leave this question out");
    drop.control = Control::tick;
    drop.is_boolean = true;
    shapes.push_back(std::move(drop));
    return shapes;
}

std::vector<FieldShape> shapes_of_new_question(QuestionSet const& set) {
    std::vector<FieldShape> shapes{line_shape("new.text", "Question", true)};
    FieldShape group;
    group.control = Control::select;
    group.spec.name = "new.group";
    group.spec.label = "Which part does it belong to?";
    for (auto const& question : set.questions)
        if (group.spec.choices.empty() || group.spec.choices.back().value != question.group)
            group.spec.choices.push_back({.value = question.group, .text = question.group});
    shapes.push_back(std::move(group));
    for (int n = 1; n <= answers_of_a_new_question; ++n) {
        shapes.push_back(line_shape(new_option(n), "Answer", true));
        shapes.push_back(points_shape(new_score(n), "What it counts"));
    }
    return shapes;
}

std::vector<FieldShape> shapes_of_bands(QuestionSet const& set) {
    std::vector<FieldShape> shapes;
    for (std::size_t n = 1; n < set.bands.size(); ++n) {
        bool const is_high = set.bands[n].name == "high";
        shapes.push_back(points_shape("band." + set.bands[n].name,
                                      is_high ? "High risk begins at" : "Medium risk begins at"));
    }
    return shapes;
}

struct TypedWhen {
    Date from;
    std::string reason;
};

forms::Form<TypedWhen> const& when_form() {
    static auto const form = forms::form<TypedWhen>(
        "propose-questions",
        forms::date_field(&TypedWhen::from,
                          {.name = "from", .label = "First day in use", .hint = "Tomorrow or later"},
                          {forms::required("Enter the first day in use")}),
        forms::textarea_field(&TypedWhen::reason,
                              {.name = "reason",
                               .label = "Why?",
                               .hint = "Where it was decided, for example a policy or a meeting",
                               .rows = 3},
                              {forms::required("Enter why the questions change"),
                               forms::at_most(500, "Why they change must be 500 characters or fewer")}));
    return form;
}

http::Pairs as_it_is(QuestionSet const& set) {
    http::Pairs typed;
    for (auto const& band : set.bands) typed.set("band." + band.name, std::to_string(band.from));
    for (auto const& question : set.questions) {
        typed.set(name_of_text(question), question.text);
        typed.set(name_of_hint(question), question.hint);
        for (auto const& option : question.options) {
            typed.set(name_of_option(question, option), option.text);
            typed.set(name_of_score(question, option), std::to_string(option.score));
        }
    }
    return typed;
}

/// Reads what was typed into a copy of the version in use.
class ProposalReader {
  public:
    explicit ProposalReader(http::Pairs const& typed) : typed_(typed) {}
    std::vector<Problem> problems;

    QuestionSet read(QuestionSet const& before) {
        QuestionSet set = before;
        for (std::size_t n = 1; n < set.bands.size(); ++n)
            set.bands[n].from = points("band." + set.bands[n].name);
        set.questions.clear();
        for (auto question : before.questions) {
            if (typed_.value(name_of_drop(question)) == "yes") continue;
            question.text = words(name_of_text(question), "Enter the question", 300);
            question.hint = optional_words(name_of_hint(question), 300);
            for (auto& option : question.options) {
                option.text = words(name_of_option(question, option), "Enter the answer", 200);
                option.score = points(name_of_score(question, option));
            }
            set.questions.push_back(std::move(question));
        }
        add_new(set);
        return set;
    }

  private:
    std::string optional_words(std::string const& name, std::size_t at_most) {
        auto value = forms::detail::tidy(typed_.value(name));
        if (forms::detail::breaks_a_line(value))
            problems.push_back({name, forms::detail::more_than_a_line(http::Language::english)});
        if (text::length(value) > at_most)
            problems.push_back({name, "This must be " + std::to_string(at_most) + " characters or fewer"});
        return value;
    }
    std::string words(std::string const& name, char const* missing, std::size_t at_most) {
        auto value = optional_words(name, at_most);
        if (text::trim(value).empty()) problems.push_back({name, missing});
        return value;
    }
    int points(std::string const& name) {
        auto const value = forms::Codec<int>::decode(typed_.value(name));
        if (!value || *value < 0 || *value > 100)
            problems.push_back({name, "Enter points as a whole number from 0 to 100"});
        return value.value_or(0);
    }
    void add_new(QuestionSet& set) {
        Question made;
        made.text = optional_words("new.text", 300);
        if (text::trim(made.text).empty()) return;
        made.group = std::string(typed_.value("new.group"));
        int number = 1;
        do made.code = "own-" + std::to_string(number++);
        while (set.question(made.code));
        for (int n = 1; n <= answers_of_a_new_question; ++n) {
            auto answer = optional_words(new_option(n), 200);
            if (text::trim(answer).empty()) continue;
            made.options.push_back({.code = "answer-" + std::to_string(n),
                                    .text = std::move(answer),
                                    .text_welsh = "",
                                    .score = points(new_score(n))});
        }
        if (made.options.size() < 2)
            problems.push_back({new_option(2), "Enter at least two answers to the new question"});
        // Beside the others of its part.
        auto at = set.questions.end();
        for (auto place = set.questions.begin(); place != set.questions.end(); ++place)
            if (place->group == made.group) at = std::next(place);
        set.questions.insert(at, std::move(made));
    }

    http::Pairs const& typed_;
};

bool has_problem(std::vector<FieldShape> const& shapes, std::vector<Problem> const& problems) {
    return std::any_of(problems.begin(), problems.end(), [&](Problem const& problem) {
        return std::any_of(shapes.begin(), shapes.end(),
                           [&](FieldShape const& shape) { return shape.spec.name == problem.field; });
    });
}

http::Response propose_questions_page(Visit& visit, QuestionSet const& set, http::Pairs const& typed,
                                      std::vector<Problem> const& problems) {
    auto const fields_of = [&](std::vector<FieldShape> const& shapes) {
        return forms::render_fields(shapes, {.typed = typed, .problems = problems});
    };
    auto const when = when_form().shapes();
    auto const bands = shapes_of_bands(set);
    auto const added = shapes_of_new_question(set);
    auto all = when;
    all.insert(all.end(), bands.begin(), bands.end());
    Html questions;
    std::string group;
    for (auto const& question : set.questions) {
        auto const shapes = shapes_of_question(question);
        if (question.group != group) questions << html::h2(question.group);
        group = question.group;
        questions << govuk::details({.summary_text = question.text,
                                     .html = fields_of(shapes),
                                     .open = has_problem(shapes, problems)});
        all.insert(all.end(), shapes.begin(), shapes.end());
    }
    all.insert(all.end(), added.begin(), added.end());
    questions << html::h2("A new question")
              << govuk::details({.summary_text = "Add a question",
                                 .html = fields_of(added),
                                 .open = has_problem(added, problems) || !typed.value("new.text").empty()});
    Html body = forms::problem_summary(problems, all, visit.language());
    body << html::h1(proposal_title)
         << govuk::inset_text({.text = "Somebody else has to approve it before it counts. Assessments made "
                                       "before its first day keep the questions they were made with."});
    Html fields = questions;
    fields << html::h2("Bands") << fields_of(bands) << html::h2("From when, and why") << fields_of(when);
    fields << forms::buttons("Propose version", "/admin/risk-sets");
    body << visit.form(proposal_address, fields);
    auto page = admin_page_below(visit, Section::risk_questions, {"Risk questions", "/admin/risk-sets"},
                                 proposal_title, body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

QuestionSet const& set_in_use(Visit& visit) {
    return visit.context.settings().question_set("ram", visit.context.today);
}

}  // namespace

http::Response show_propose_questions(Visit& visit) {
    if (auto const may = visit.context.require(domain::access::Action::manage_question_sets); !may)
        return visit.refused(may.error());
    auto const& set = set_in_use(visit);
    return propose_questions_page(visit, set, as_it_is(set), {});
}

http::Response post_propose_questions(Visit& visit) {
    if (auto const may = visit.context.require(domain::access::Action::manage_question_sets); !may)
        return visit.refused(may.error());
    auto const before = set_in_use(visit);
    auto const& typed = visit.request.form;
    ProposalReader reader(typed);
    usecases::questions::ProposeQuestions input;
    input.set = reader.read(before);
    auto const when = visit.parse(when_form());
    auto problems = std::move(reader.problems);
    problems.insert(problems.end(), when.problems.begin(), when.problems.end());
    if (!problems.empty()) return propose_questions_page(visit, before, typed, problems);
    input.in_use_from = when.input.from;
    input.reason = when.input.reason;
    auto const proposed = usecases::questions::propose_questions(visit.context, input);
    if (proposed)
        return visit.done("/admin/risk-sets", "The version is proposed. Somebody else has to approve it.");
    return refused_form(visit, proposed.error(), [&](std::vector<Problem> const& refused) {
        return propose_questions_page(visit, before, typed, refused);
    });
}

}  // namespace doorstep::pages::admin
