#include "usecases/questions/propose_questions.h"

#include <algorithm>
#include <boost/json.hpp>

#include "base/text.h"
#include "legal/question_sets.h"
#include "storage/approvals.h"
#include "storage/settings.h"
#include "usecases/approvals/ask.h"
#include "usecases/settings.h"

namespace doorstep::usecases::questions {

using domain::access::Action;
using domain::approvals::Kind;
using domain::questions::Option;
using domain::questions::Question;

namespace {

std::string quote(std::string const& words) { return "“" + words + "”"; }

Expected<Done> check_questions(QuestionSet const& set) {
    if (set.questions.empty())
        return refuse(RefusalKind::invalid, "questions-missing", "Keep at least one question");
    for (auto const& question : set.questions) {
        if (text::trim(question.text).empty())
            return refuse_field("text-missing", "text." + question.code, "Enter the question");
        if (question.list.empty() && question.options.size() < 2)
            return refuse_field("options-missing", "text." + question.code,
                                "Enter at least two answers to this question");
        for (auto const& option : question.options)
            if (text::trim(option.text).empty())
                return refuse_field("option-missing", "option." + question.code + "." + option.code,
                                    "Enter the answer");
    }
    for (std::size_t n = 1; n < set.bands.size(); ++n)
        if (set.bands[n].from <= set.bands[n - 1].from)
            return refuse_field("bands-fall", "band." + set.bands[n].name,
                                "Each band must begin at more points than the one before");
    return Done{};
}

void add_option_differences(std::vector<std::string>& out, Question const& before, Question const& after) {
    for (auto const& option : after.options) {
        auto const* was = before.option(option.code);
        if (!was) {
            out.push_back("New answer to " + quote(after.text) + ": " + quote(option.text) + ", " +
                          text::count_of(option.score, "point", "points") + ".");
            continue;
        }
        if (was->text != option.text)
            out.push_back("Answer " + quote(was->text) + " becomes " + quote(option.text) + ".");
        if (was->score != option.score)
            out.push_back("Answer " + quote(option.text) + " to " + quote(after.text) + ": " +
                          text::count_of(option.score, "point", "points") + " instead of " +
                          std::to_string(was->score) + ".");
    }
    for (auto const& option : before.options)
        if (!after.option(option.code))
            out.push_back("Answer " + quote(option.text) + " to " + quote(after.text) + " is left out.");
}

std::vector<std::string> differences_between(QuestionSet const& before, QuestionSet const& after) {
    std::vector<std::string> out;
    for (auto const& band : after.bands)
        for (auto const& was : before.bands)
            if (was.name == band.name && was.from != band.from)
                out.push_back("Band " + quote(band.name) + " from " +
                              text::count_of(band.from, "point", "points") + " instead of " +
                              std::to_string(was.from) + ".");
    for (auto const& question : after.questions) {
        auto const* was = before.question(question.code);
        if (!was) {
            out.push_back("New question: " + quote(question.text) + ".");
            continue;
        }
        if (was->text != question.text)
            out.push_back("Question " + quote(was->text) + " becomes " + quote(question.text) + ".");
        if (was->hint != question.hint)
            out.push_back("Hint of " + quote(question.text) + ": " +
                          (question.hint.empty() ? "none" : quote(question.hint)) + ".");
        add_option_differences(out, *was, question);
    }
    for (auto const& question : before.questions)
        if (!after.question(question.code))
            out.push_back("Question " + quote(question.text) + " is left out.");
    return out;
}

/// The version the proposal was made from.
QuestionSet const* version_of(Settings const& settings, std::string_view code, int version) {
    for (auto const& set : settings.question_sets())
        if (set.code == code && set.version == version) return &set;
    return nullptr;
}

int newest_version(Settings const& settings, std::string_view code) {
    int newest = 0;
    for (auto const& set : settings.question_sets())
        if (set.code == code) newest = std::max(newest, set.version);
    return newest;
}

std::string details_of(QuestionSet const& set, int before) {
    return boost::json::serialize(
        boost::json::object{{"before", before}, {"body", legal::question_set_toml(set)}});
}

/// A question that changed its words begins a new wording.
void raise_wordings(QuestionSet& set, QuestionSet const& before) {
    for (auto& question : set.questions)
        if (auto const* was = before.question(question.code))
            question.wording = was->wording + (was->text == question.text ? 0 : 1);
}

}  // namespace

Expected<Done> propose_questions(Context& context, ProposeQuestions const& input) {
    if (auto const may = context.require(Action::manage_question_sets); !may) return refuse(may.error());
    auto const& settings = context.settings();
    bool const is_known = newest_version(settings, input.set.code) > 0;
    if (!is_known) return refuse(RefusalKind::not_found, "questions-unknown", "There are no such questions");
    if (input.in_use_from <= context.today)
        return refuse_field("questions-past", "from",
                            "The first day must be tomorrow or later: what was answered keeps its questions");
    if (text::trim(input.reason).empty())
        return refuse_field("reason-missing", "reason", "Enter why the questions change");
    auto const& before = settings.question_set(input.set.code, context.today);
    auto set = input.set;
    set.version = newest_version(settings, set.code) + 1;
    set.title = before.title;
    set.source = before.source;
    set.in_use_from = input.in_use_from;
    set.in_use_until.reset();
    if (auto const checked = check_questions(set); !checked) return checked;
    raise_wordings(set, before);
    auto const differences = differences_between(before, set);
    if (differences.empty())
        return refuse(RefusalKind::invalid, "nothing-changed", "Change a question, an answer or a band");
    if (auto const read = legal::read_question_set("proposal", legal::question_set_toml(set)); !read)
        return refuse(read.error());
    return context.change([&](Change& change) -> Expected<Done> {
        if (storage::approvals::waiting_about(change.tx, Kind::questions, set.code))
            return refuse(RefusalKind::unlawful, "proposal-waiting",
                          "Another change of these questions is waiting to be approved");
        approvals::ask_about_site(change, {.kind = Kind::questions,
                                           .subject = set.code,
                                           .reason = input.reason,
                                           .details = details_of(set, before.version)});
        change.record_setting("questions", domain::events::question_set_proposed,
                              domain::events::Detail()
                                  .set("code", set.code)
                                  .set("from", set.in_use_from)
                                  .set("changes", text::join(differences, " "))
                                  .set("reason", input.reason));
        return Done{};
    });
}

std::optional<ProposedQuestions> read_proposal(domain::approvals::Approval const& approval,
                                               Settings const& settings) {
    if (approval.kind != Kind::questions) return std::nullopt;
    boost::system::error_code failed;
    auto const document = boost::json::parse(approval.details, failed);
    if (failed || !document.is_object()) return std::nullopt;
    auto const& details = document.as_object();
    auto const* body = details.if_contains("body");
    auto const* before = details.if_contains("before");
    if (!body || !body->is_string() || !before || !before->is_int64()) return std::nullopt;
    auto set = legal::read_question_set("proposal", std::string_view(body->as_string()));
    if (!set) return std::nullopt;
    ProposedQuestions proposed;
    proposed.before_version = static_cast<int>(before->as_int64());
    if (auto const* was = version_of(settings, set->code, proposed.before_version))
        proposed.differences = differences_between(*was, *set);
    proposed.set = std::move(*set);
    return proposed;
}

std::optional<WaitingQuestions> waiting_proposal(Context& context, std::string_view code) {
    if (!context.require(Action::see_settings)) return std::nullopt;
    auto const asked = storage::approvals::waiting_about(context.read(), Kind::questions, code);
    if (!asked) return std::nullopt;
    auto proposed = read_proposal(asked->approval, context.settings());
    if (!proposed) return std::nullopt;
    return WaitingQuestions{.id = asked->approval.id,
                            .proposed_by = asked->requested_by_name,
                            .proposed_at = asked->approval.requested_at,
                            .in_use_from = proposed->set.in_use_from,
                            .differences = std::move(proposed->differences)};
}

Expected<Done> carry_out_questions(Change& change, Settings const& settings,
                                   domain::approvals::Approval const& approval,
                                   domain::approvals::Decision decision) {
    auto const proposed = read_proposal(approval, settings);
    if (!proposed) return refuse(RefusalKind::not_found, "questions-unknown", "There are no such questions");
    auto set = proposed->set;
    bool const approves = decision == domain::approvals::Decision::approved;
    if (approves) {
        if (set.in_use_from <= change.today)
            return refuse(RefusalKind::unlawful, "questions-past",
                          "Its first day has come. Send it back, so that it is proposed from a later day");
        set.version = newest_version(settings, set.code) + 1;
        storage::settings::insert(change.tx,
                                  storage::settings::StoredQuestionSet{.code = set.code,
                                                                       .version = set.version,
                                                                       .body = legal::question_set_toml(set),
                                                                       .in_use_from = set.in_use_from,
                                                                       .published_by = change.viewer.account,
                                                                       .published_at = change.now});
        mark_settings_changed(change.tx, change.now);
    }
    change.record_setting("questions", domain::events::question_set_decided,
                          domain::events::Detail()
                              .set("code", set.code)
                              .set("from", set.in_use_from)
                              .set("decision", decision));
    if (approves)
        change.record_setting("questions", domain::events::question_set_published,
                              domain::events::Detail()
                                  .set("code", set.code)
                                  .set("version", set.version)
                                  .set("from", set.in_use_from));
    return Done{};
}

}  // namespace doorstep::usecases::questions
