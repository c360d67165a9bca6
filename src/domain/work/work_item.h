#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/enum_names.h"
#include "domain/ids.h"

/// Everything with a date that is somebody's (C01). A use-case that makes a date puts an item here, and the
/// one that meets it takes it away, in the same transaction.
namespace doorstep::domain::work {

enum class Kind {
    triage,           ///< a report waits for a decision; subject: report
    first_contact,    ///< subject: case person
    contact,          ///< contact kept up; subject: case person
    risk_assessment,  ///< first assessment or review; subject: case
    plan,             ///< agree an action plan; subject: case
    plan_step,        ///< subject: plan step
    task,             ///< subject: case task
    referral_answer,  ///< chase a referral; subject: intervention
    tell_officers,    ///< tell the complainant who deals with the case; subject: case person
    approval,         ///< decide somebody's request; subject: approval
    unread_file,      ///< something received that nobody opened; subject: file
    pause_ends,       ///< subject: case
    survey_concern,   ///< a manager follows up somebody upset in a survey call; subject: survey
    text_to_send,     ///< texts leave by hand: send it, or ring; subject: message
    tell_them,        ///< nothing written reaches them: say what it says; subject: message
    message_reply,    ///< they left a message that nobody has answered; subject: case person
    message_failed,   ///< an e-mail could not be sent: reach the person another way; subject: message
    letter_to_post,   ///< a letter waits too long for the post; subject: message
    letter_returned,  ///< the post brought a letter back: find out where they are; subject: message
    tell_rights,      ///< what happened may be a crime, and they cannot be written to; subject: case person
    restricted_opening,  ///< somebody named themselves on a restricted case; subject: case and account
    access_request,      ///< somebody asks to see a case; subject: request
    access_answer,       ///< what became of one's own request; subject: request
    legal_deadline,      ///< a day the law or a promise sets in a legal action; subject: legal deadline
    legal_oversight,     ///< the same, for a manager to watch; subject: legal deadline
};
constexpr auto enum_names(Kind) {
    return std::array{
        EnumName{Kind::triage, "triage", "Decide what to do with a report"},
        EnumName{Kind::first_contact, "first-contact", "Make first contact"},
        EnumName{Kind::contact, "contact", "Contact"},
        EnumName{Kind::risk_assessment, "risk-assessment", "Assess risk"},
        EnumName{Kind::plan, "plan", "Agree an action plan"},
        EnumName{Kind::plan_step, "plan-step", "Plan step"},
        EnumName{Kind::task, "task", "Task"},
        EnumName{Kind::referral_answer, "referral-answer", "Chase an answer"},
        EnumName{Kind::tell_officers, "tell-officers", "Tell them who is dealing with it"},
        EnumName{Kind::approval, "approval", "Decide"},
        EnumName{Kind::unread_file, "unread-file", "Read or listen"},
        EnumName{Kind::pause_ends, "pause-ends", "Pause ends"},
        EnumName{Kind::survey_concern, "survey-concern", "Follow up a concern from a survey call"},
        EnumName{Kind::text_to_send, "text-to-send", "Send a text or ring"},
        EnumName{Kind::tell_them, "tell-them", "Tell them: nothing can be written to them"},
        EnumName{Kind::message_reply, "message-reply", "Answer a message"},
        EnumName{Kind::message_failed, "message-failed", "Reach them another way: an e-mail failed"},
        EnumName{Kind::letter_to_post, "letter-to-post", "Post a letter that is late"},
        EnumName{Kind::letter_returned, "letter-returned", "A letter came back"},
        EnumName{Kind::tell_rights, "tell-rights", "Tell them about the Victims’ Code"},
        EnumName{Kind::restricted_opening, "restricted-opening", "Look at who opened a restricted case"},
        EnumName{Kind::access_request, "access-request", "Decide who may see a case"},
        EnumName{Kind::access_answer, "access-answer", "Read what became of your request"},
        EnumName{Kind::legal_deadline, "legal-deadline", "Legal deadline"},
        EnumName{Kind::legal_oversight, "legal-oversight", "Legal deadline to watch"}};
}

struct WorkItem {
    WorkItemId id;
    std::optional<AccountId> account;  ///< nothing: nobody's yet
    Kind kind{};
    std::optional<CaseFileId> case_file;
    std::optional<ReportId> report;
    std::string subject;  ///< id of the record; at most one open item per kind and subject
    Date due_on;
    bool high_risk = false;
};

/// Overdue first (oldest first), then what is due, high risk before the rest of its day.
enum class Band { overdue, today, next_seven_days, later };
constexpr auto enum_names(Band) {
    return std::array{EnumName{Band::overdue, "overdue", "Overdue"}, EnumName{Band::today, "today", "Today"},
                      EnumName{Band::next_seven_days, "next-7-days", "Next 7 days"},
                      EnumName{Band::later, "later", "Later"}};
}
constexpr Band band(Date due_on, Date today) {
    if (due_on < today) return Band::overdue;
    if (due_on == today) return Band::today;
    return days_between(today, due_on) <= 7 ? Band::next_seven_days : Band::later;
}

}  // namespace doorstep::domain::work
