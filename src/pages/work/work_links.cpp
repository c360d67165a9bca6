#include "pages/work/work_links.h"

#include "base/text.h"
#include "html/elements.h"

namespace doorstep::pages::work {

using domain::work::Kind;
using domain::work::WorkItem;

namespace {

std::string with(std::string_view words, std::string_view joined_by, std::string_view about) {
    std::string all(words);
    if (!about.empty()) all.append(joined_by).append(text::shorten(about, 80));
    return all;
}

/// Messages of a case stand with the case; those about a report alone, with the post, or with the report
/// where somebody has to tell them.
std::string letter_address(WorkItem const& item, std::string_view case_reference) {
    bool const is_told = item.kind == Kind::tell_them || item.kind == Kind::message_failed;
    if (case_reference.empty() && item.report && is_told)
        return "/triage/" + std::string(item.report->text()) + "#to-tell";
    if (case_reference.empty()) return "/post/" + item.subject;
    return "/cases/" + std::string(case_reference) + "/letters/" + item.subject;
}

std::string days(int count) { return text::count_of(count, "day", "days"); }

}  // namespace

WorkLink work_link(WorkItem const& item, std::string_view case_reference, std::string_view about) {
    std::string const file = "/cases/" + std::string(case_reference);
    auto const& subject = item.subject;
    switch (item.kind) {
        case Kind::triage:
            return {"/triage/" + subject, "Decide what to do with a report"};
        case Kind::first_contact:
            return {file + "/contacts/new?person=" + subject, with("Make first contact", " with ", about)};
        case Kind::contact:
            return {file + "/contacts/new?person=" + subject,
                    about.empty() ? std::string("Contact the complainant") : with("Contact", " ", about)};
        case Kind::risk_assessment:
            return {file + "/risk/new", "Assess risk"};
        case Kind::plan:
            return {file + "/plan", "Agree an action plan"};
        case Kind::plan_step:
            return {file + "/plan/steps/" + subject, with("Plan step", ": ", about)};
        case Kind::task:
            return {file + "/tasks/" + subject, with("Task", ": ", about)};
        case Kind::referral_answer:
            return {file + "/actions/" + subject, with("Chase an answer", " from ", about)};
        case Kind::tell_officers:
            return {file + "/people/" + subject + "/officers",
                    about.empty() ? std::string("Tell the complainant who is dealing with the case")
                                  : "Tell " + text::shorten(about, 80) + " who is dealing with the case"};
        case Kind::approval:
            return {"/approvals/" + subject, "Decide a request"};
        case Kind::unread_file:
            if (case_reference.empty() && item.report)
                return {"/triage/" + std::string(item.report->text()), with("Read or listen", ": ", about)};
            return {file + "/evidence/" + subject, with("Read or listen", ": ", about)};
        case Kind::pause_ends:
            return {file + "/pause", "Decide what follows the pause"};
        case Kind::survey_concern:
            return {"/surveys/" + subject, "Follow up a concern from a survey call"};
        case Kind::text_to_send:
            return {letter_address(item, case_reference), with("Send a text or ring", ": ", about)};
        case Kind::tell_them:
            return {letter_address(item, case_reference),
                    about.empty() ? std::string("Tell them: nothing can be written to them")
                                  : "Tell " + text::shorten(about, 80) + ": nothing can be written to them"};
        case Kind::message_reply:
            return {file + "/contacts/new?person=" + subject, with("Answer a message", " from ", about)};
        case Kind::message_failed:
            return {letter_address(item, case_reference),
                    about.empty() ? std::string("Reach them another way: an e-mail failed")
                                  : "Reach " + text::shorten(about, 80) + " another way: an e-mail failed"};
        case Kind::letter_to_post:
            return {letter_address(item, case_reference), with("Post a letter that is late", ": ", about)};
        case Kind::letter_returned:
            return {letter_address(item, case_reference), with("A letter came back", ": ", about)};
        case Kind::tell_rights:
            return {file + "/people/" + subject + "/rights",
                    about.empty() ? std::string("Tell the complainant about the Victims’ Code")
                                  : "Tell " + text::shorten(about, 80) + " about the Victims’ Code"};
        case Kind::restricted_opening:
            return {"/access-requests/" + subject, "Look at who opened a restricted case"};
        case Kind::access_request:
            return {"/access-requests/" + subject, "Decide who may see a case"};
        case Kind::access_answer:
            return {"/access-requests/" + subject, "Read what became of your request to see a case"};
        case Kind::legal_deadline:
            return {file + "/orders#deadline-" + subject,
                    about.empty() ? std::string("Legal deadline") : text::shorten(about, 80)};
        case Kind::legal_oversight:
            return {file + "/orders#deadline-" + subject, with("Watch", ": ", about)};
    }
    return {file, std::string(words_of(item.kind))};
}

std::string_view short_words(Kind kind) {
    switch (kind) {
        case Kind::triage:
            return "Triage";
        case Kind::first_contact:
            return "First contact";
        case Kind::contact:
            return "Contact";
        case Kind::risk_assessment:
            return "Risk assessment";
        case Kind::plan:
            return "Action plan";
        case Kind::plan_step:
            return "Plan step";
        case Kind::task:
            return "Task";
        case Kind::referral_answer:
            return "Answer";
        case Kind::tell_officers:
            return "Telling who deals with it";
        case Kind::approval:
            return "Decision";
        case Kind::unread_file:
            return "New file";
        case Kind::pause_ends:
            return "Pause";
        case Kind::survey_concern:
            return "Survey concern";
        case Kind::text_to_send:
            return "Text";
        case Kind::tell_them:
            return "Telling them";
        case Kind::message_reply:
            return "Answer";
        case Kind::message_failed:
            return "E-mail failed";
        case Kind::letter_to_post:
            return "Post";
        case Kind::letter_returned:
            return "Returned letter";
        case Kind::tell_rights:
            return "Victims’ Code";
        case Kind::restricted_opening:
            return "Restricted case opened";
        case Kind::access_request:
            return "Access asked for";
        case Kind::access_answer:
            return "Answer about access";
        case Kind::legal_deadline:
            return "Legal deadline";
        case Kind::legal_oversight:
            return "Legal deadline to watch";
    }
    return words_of(kind);
}

govuk::Tag due_tag(Date due_on, Date today, int due_soon_days, std::string_view what) {
    auto const left = days_between(today, due_on);
    auto const words = [&](std::string said) {
        if (what.empty()) {
            if (!said.empty() && said.front() == 'd') said.front() = 'D';
            return said;
        }
        return std::string(what) + " " + said;
    };
    if (left < 0) return {.text = words(days(-left) + " overdue"), .classes = "govuk-tag--red"};
    if (left == 0) return {.text = words("due today"), .classes = "govuk-tag--orange"};
    if (left <= due_soon_days) return {.text = words("due in " + days(left)), .classes = "govuk-tag--yellow"};
    return {};
}

Html pressing_tags(storage::work_items::Pressing const& pressing) {
    Html tags;
    auto const add = [&tags](char const* words) {
        tags << html::div("ds-line", govuk::tag({.text = words, .classes = "govuk-tag--red"}));
    };
    if (pressing.high_risk) add(pressing.assessed ? "High risk" : "High risk until assessed");
    if (pressing.in_danger) add("Danger");
    if (pressing.self_harm) add("Self-harm");
    return tags;
}

std::string due_words(Date due_on, Date today) {
    auto const left = days_between(today, due_on);
    auto words = "by " + date_words(due_on);
    if (left < 0) return words + " (" + days(-left) + " ago)";
    if (left == 0) return words + " (today)";
    return words + " (" + days(left) + " left)";
}

}  // namespace doorstep::pages::work
