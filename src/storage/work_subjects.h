#pragma once

/// What an item of work `w` is about, for lists: the name of the person, or the words of the step, task,
/// file, referral or letter that is its subject (domain/work/work_item.h). Subjects of other kinds have no
/// key, so nothing is looked for.
#define WORK_SUBJECT_JOINS                                                                                   \
    " LEFT JOIN case_person wp ON wp.id = CASE w.kind WHEN 'contact' THEN w.subject_id WHEN "                \
    "'first-contact' "                                                                                       \
    "THEN w.subject_id WHEN 'message-reply' THEN w.subject_id WHEN 'tell-officers' THEN w.subject_id WHEN "  \
    "'tell-rights' THEN w.subject_id END"                                                                    \
    " LEFT JOIN person wn ON wn.id = wp.person_id"                                                           \
    " LEFT JOIN plan_step ws ON ws.id = CASE w.kind WHEN 'plan-step' THEN w.subject_id END"                  \
    " LEFT JOIN case_task wt ON wt.id = CASE w.kind WHEN 'task' THEN w.subject_id END"                       \
    " LEFT JOIN intervention wi ON wi.id = CASE w.kind WHEN 'referral-answer' THEN w.subject_id END"         \
    " LEFT JOIN file wf ON wf.id = CASE w.kind WHEN 'unread-file' THEN w.subject_id END"                     \
    " LEFT JOIN message wm ON wm.id = CASE w.kind WHEN 'text-to-send' THEN w.subject_id WHEN 'tell-them' "   \
    "THEN w.subject_id WHEN "                                                                                \
    "'message-failed' "                                                                                      \
    "THEN w.subject_id WHEN 'letter-to-post' THEN w.subject_id WHEN 'letter-returned' THEN w.subject_id END" \
    " LEFT JOIN legal_deadline wd ON wd.id = CASE w.kind WHEN 'legal-deadline' THEN w.subject_id WHEN "      \
    "'legal-oversight' THEN w.subject_id END"

#define WORK_SUBJECT_WORDS                                                             \
    "coalesce(wn.name, nullif(wp.description, ''), ws.what, wt.what, wi.referred_to, " \
    "nullif(wf.description, ''), wf.original_name, wm.addressee, wd.words, '')"

/// The columns of work_items::Pressing, from a case `c` and a report `r` of which at least one is there.
#define PRESSING_OF(c, r)                                                                                    \
    "coalesce(" c "risk_band = 'high' OR (" c "risk_band IS NULL AND " c "taken_as_high_on IS NOT NULL), " r \
    "taken_as_high, FALSE), " c "risk_band IS NOT NULL, coalesce(" c "in_danger, " r                         \
    "in_danger, FALSE), coalesce(" c "self_harm, " r "self_harm, FALSE)"
