<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A native chat for any OpenAI-compatible endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}
Python {python}, Qt {qt}, {system}
Everything is kept in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Wait until the answer has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerSettings</name>
    <message>
        <source>Changed since this answer: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next message would be sent with the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>A message takes {count} attachments at most; the others were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files are still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} attachments · {size} · {tokens}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: it may be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no text, only pictures. Attach its pages as pictures instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged, or has too many pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is locked with a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no picture, sound (WAV, MP3), PDF or text that can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large: at most {most} MB can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” does not take pictures, says its endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” does not take sounds, says its endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” refused pictures or sounds before; only their names are sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ {count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations and settings are copied by themselves when they have changed. Kept are the newest copies, one a day for a week, one a week for a month, and one a month for half a year. Keys are not in them: they stay in the system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to this backup?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds {conversations} conversations with {messages} messages, last changed {when}. What is here now becomes the newest backup, and the window opens anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not copied: it would take more than a fifth of the free disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged, of a newer version, or no backup of this app.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches of this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line is a stretch of messages. Editing or answering again begins a new branch; click one to show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: {words}, level {level}, messages: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bug</name>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the app. Your conversations are safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePart</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language} – source of a diagram</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a message without sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy request as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export request as HAR…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick question…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Ask for one token (may cost a little)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Content</name>
    <message>
        <source>Save code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>The message was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Opening at login could not be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is ready.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing a message. The earlier version stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing without asking the model. The earlier version stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the message as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Add a text; \n is a line break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No valid JSON at line {line}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>A small language model is built in. It runs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat without an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes into the system&apos;s keyring and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the offline model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs a key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>A key has only plain letters, digits and signs, and no spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave user and password out of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of “{name}” has signs that cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for a key (at most {count} signs).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a key first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address such as https://example.com/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” carries a key. Use the Key field, and name this header as its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no header name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointForm</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key would cross the network unencrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting takes at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key from variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key goes into header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request fields that new conversations begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send reasoning back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending takes at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take &lt;think&gt; tags as reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait between data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the first data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With tool calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system trusts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned: only this one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Choose a file that ends with .gguf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose any GGUF file in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the app with its “local” extra: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in model is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file cannot be read: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline engine is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline model could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline model stopped unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline model was stopped before it was ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or choose a smaller model in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no GGUF model file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have come up to {time} earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Add one in the settings, or use the offline model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is still being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it in the side panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base URL in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base URL: it often ends with /v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the endpoint in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or type one at the top of the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue it, or ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that is right, change the base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this is your own server, add its CA file or pin its certificate in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the server running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data for {seconds} seconds; the connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps the address should begin with http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has no credit left ({status}): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s quota is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address answered with a web page, not with a chat reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address takes no chat requests (405): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address, the key or a header cannot be sent: {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer broke off: the connection was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is incomplete: the server stopped sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {place} is not trusted: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is longer than the model can read: begin a new one or delete some of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is too large for the server (413): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field is “{param}”: change it in the side panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy {place} did not let the request through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is too large; the connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has a number that JSON cannot hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered with an error ({status}): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks to wait {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the connection without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept a field (422): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept the key (401): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept the request: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this model (404): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server gave up waiting (408): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is asked too often just now (429): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy with the same thing (409): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is not ready (503): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is overloaded (529): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused access (403): {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server reported an error: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent its reply compressed ({name}), unasked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s reply could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s reply is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no endpoint to send to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at {path} on this server (404).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model seems to take no pictures or sounds. They stay in the chat here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it, or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} does not speak TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} redirects to {target}; nothing was sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” cannot be sent: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>{name} cannot be read as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} / {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>A request is a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arriving… checked against the schema as it comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body of the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a request to look into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The key is read from the variable API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python (httpx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python (openai SDK)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as raw HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all recorded requests and replies?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything recorded…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and run again from here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events that contain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly this is sent; the answer becomes a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export everything known (JSON)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {name}. Requests: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields beyond the standard: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find: status:429  tool:get_weather  duration:&gt;2s  words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits the schema so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits the schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request was recorded here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No schema to check against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend unchanged and compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send as a new branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structured answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no earlier request to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request cannot be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations stay. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended after {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first byte after {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the body was dropped to keep to the disk budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through {proxy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times to within {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON from character {place} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>Perhaps it asks for its password. You can use a key for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring did not keep the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring reported an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keyring that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again, or use the key for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the key for this run only instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the key for this run only, or name an environment variable that holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lens</name>
    <message>
        <source>(end)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20th or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 nats or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tokens as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again, the model would follow this answer for about {count} of {all} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking twice for one token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for one token twice, at two temperatures, and compares the probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click another token to ask again with this beginning. This endpoint cannot continue an answer, so the model may begin otherwise. This one stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click another token to branch: the answer goes on from there. This one stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here only one token is left: it is certain to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here {count} tokens are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured: this endpoint reports odds after its temperature. The lens takes them back to the model&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured: this endpoint reports the model&apos;s own odds, before sampling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured: what this endpoint reports is neither the model&apos;s own odds nor those after its temperature. Take the numbers with care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More samplers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next uncertain token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: whether this endpoint reports odds before or after sampling. The lens takes them for the model&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else can be picked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its tokens: {impossible} · {certain}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous uncertain token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers of this kind report the model&apos;s own odds, before sampling, as they document. It has not been measured here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise along the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch this on and send a message. You will then see, for every token of the answer, what else could have come, and what the sliders make of the odds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature 0 always takes the likeliest token: here that is “{token}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature 1 keeps the model&apos;s own odds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature {value} gives unlikely tokens a better chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature {value} makes likely tokens likelier still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint sent no probabilities, although they were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint&apos;s answers did not tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next answer brings its probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer came without probabilities; the next one brings them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This place as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tint the answer by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With all settings “{token}” goes from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all others together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be picked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off: never picked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impossible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like {count} equal choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likeliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min_p {value} drops those below {share} of the likeliest one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats of doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none impossible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one that came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this one came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens not listed: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top_k keeps {count} tokens at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top_p 1 cuts nothing off: every token can be picked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top_p {value} keeps the likeliest tokens that together reach {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} impossible, first token {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token}: {before}, with your settings {after}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Careful: the link&apos;s text reads “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {host} in the browser?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>Agreement with the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different word pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How alike the answers are to those of the reference cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How alike the answers of one cell are: 1 is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How unlikely the model found its own tokens, on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean surprisal (nats)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity of repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean number of tokens, as the endpoint counts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean number of words of an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The median over the cell&apos;s answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of answers that fit the JSON Schema asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of different word pairs among all (distinct-2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of different words among all (distinct-1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to first token (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cell&apos;s answers cost, by the prices you entered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Asks for the tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Developer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sound…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send without pictures and sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send without {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ended for the reason “{reason}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was cut off at the token limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was ended or left out by the provider&apos;s content filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was interrupted. What had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider ended the answer with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These arguments are not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking… {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to first token: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second: {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total time: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers tool call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sent with the next request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Answer finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No complete answer: an error occurred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ Jump to latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ Jump to latest ({count} new)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose or type a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>A name for you that the provider sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stable, anonymous name for you, for abuse checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 0, a token becomes less likely each time it has occurred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 0, tokens that have occurred at all become less likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers (n)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any further fields of this server, merged last: top_k, min_p, thinking, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions the model may ask for, with the JSON Schema of their arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How freely the model picks. 0 takes the likeliest token each time, 1 follows the model&apos;s own probabilities, more makes rare tokens likelier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a reasoning model may think first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the answer should be, where supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many answers to make for one message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the likeliest tokens to report at each place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the provider caches the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the provider keep this exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max completion tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modalities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Obfuscation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the likeliest tokens whose probabilities add up to this share can be picked. Change this or the temperature, seldom both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the provider&apos;s own moderation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the provider&apos;s own web search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad the stream&apos;s events so that their sizes tell nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of text kept with the stored exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel tool calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text, any JSON, or JSON that follows a schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt cache key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt cache options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report the probability of each token of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report the token counts at the end of a stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests with the same key share a prompt cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer while it is being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text that the answer will mostly repeat, to save time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ends before the first of these texts. Up to four.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most tokens to generate, reasoning included. The newer name, which reasoning models want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most tokens to generate. The older name, which most servers know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed and request give the same answer, as far as the server can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice and the format of a spoken answer. Streams need pcm16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token id and how much to favour it: -100 forbids a token, 100 forces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether one answer may ask for several calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the answer is text, audio or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the model may, must or must not call a tool, or which one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which queue and price to use, where offered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterGroup</name>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools and format</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterLayer</name>
    <message>
        <source>the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>Clear at the endpoint, for all its conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear in {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear: then it is not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear: then {value} from {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the model should behave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for the whole conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned about this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: this model has refused this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the endpoint&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for the next message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning: always sent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning: never sent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning: sent back with tool calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role of the system message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent under its other name: this model takes only that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: refused, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: refused, still sent when set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: sent under its other name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON that the next send puts out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has refused this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name in messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name in messages (not sent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterProblem</name>
    <message>
        <source>&quot;type&quot; must be one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name: letters, digits, _ and -, at most 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spoken answer needs a voice: set Voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty text stops nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 16 pairs of text, names up to 64 and values up to 512 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {count} are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a voice and a format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose each of these at most once: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name: letters, digits, _ and -, at most 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: it needs {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: the server refused it for this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only letters, digits, _ and - are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {fields} in the window; this box may not overwrite it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bias of token {token} must be from -100 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least is {minimum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most is {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “{name}” is used twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameters of “{name}” need &quot;type&quot;: &quot;object&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a JSON object with at least one key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a list of at least one tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool {position} needs &quot;type&quot;: &quot;function&quot; and a function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool {position} needs a name of letters, digits, _ and - (at most 64).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While streaming the format must be pcm16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>json_schema needs a &quot;schema&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” is no token id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Load once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture could be shown: {what}  {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are not loaded from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be loaded from {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answers with status {status}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preference</name>
    <message>
        <source>2 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond it the oldest bodies go; what is known of a request stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window keeps the app running; quit it from the tray&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk space for recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter breaks the line, Shift+Enter sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter breaks the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a model may call tools in a row before you are asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep each request and its reply for the inspector, on this computer, without keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, dark, or as the system is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note the arrival of each event by itself. Costs more processor time while streaming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify of answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of menus, buttons and messages; changes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spell check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the app when you log in to this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underline words that no dictionary of this system knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Enter does while you write a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When an answer is ready and the window is not in front of you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>The default of {field} at “{endpoint}” was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the answer are in use again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>+ {count} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent when the answer ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickQuestion</name>
    <message>
        <source>Ask anything; Enter sends, Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quit</name>
    <message>
        <source>Make room and try again, or quit and lose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit and lose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some text could not be saved: the disk is full or cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Bring over what can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the damaged database {messages} further messages were brought over, of {conversations} conversations that were missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the latest backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was damaged and has been set aside. Nothing was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplingPad</name>
    <message>
        <source>Arrow keys move the point; Shift moves less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{preset}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset: {preset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “{preset}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save these settings as a preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature and Top P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature {temperature}, Top P {top_p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “{name}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a grid of values…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset}, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a built-in preset: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>A schema must be a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern “{pattern}” was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema could not be applied: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema is nested too deeply to be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema refers to “{ref}”, which is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit exactly one of the allowed forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits none of the allowed forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has fewer than {wanted} items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than {wanted} items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the same item twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no regular expression: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} does not match the pattern {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is greater than {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is less than {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is longer than {wanted} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is none of {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a multiple of {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not greater than {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not less than {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not of the type {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is shorter than {wanted} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{detail}” is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchemaForm</name>
    <message>
        <source>This function takes no arguments.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A key for this run only; it is not written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {model}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA file or certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made out to {subject} by {issuer}, until {until}.
SHA-256 {sha256}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works: {count} models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No endpoint yet.
Add one with the + on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline model file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key comes from the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is in the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline model needs no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no environment variable {name}, so no key is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} answers: “{answer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>All as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command, then press its new keys in the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys of the chosen command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys were taken from “{command}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>All conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back from the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations archived: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations deleted: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations moved to “{folder}”: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations restored: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations taken out of the archive: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations taken out of their folders: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete folder, keep what is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this conversation for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {count} conversations for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders and places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In messages, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation has this tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message contains these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and places of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged #{tag}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, separated by commas:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{folder}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone. Backups made earlier still hold what is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is empty. Drag conversations onto it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, and if you like:
from:user · model:gpt · before:2026-03 · after:2025-12-24 · tag:work · &quot;these exact words&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source>Close the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing needs the optional part “audio”; saving works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sound…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has nothing to play through.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Add “{word}” to the dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>A call of a tool waits for your decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running tools…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the offline model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model would like to go on calling tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{note} Trying again in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>Not saved yet: {problem} It is tried again every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged. Restart the app to restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full: {free} left. Make room soon.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>A newer version of the app wrote this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program uses the database: not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions, or start with --profile DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room. What is not saved is kept in memory and tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the app to restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full or failing: not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile folder cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is damaged on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the app, or start with another --profile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer of this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer, or the difference of two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {values} values an axis and {runs} requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a cell to read it; two cells to see how their words differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue from this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each axis must vary something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {left} to {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each axis at least one value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must lie between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One to a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a million answer tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a million prompt tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweeps of this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the cell are in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to ask yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of axis {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What axis {number} varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cells are measured by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message first, it will be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {tokens} prompt tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer, as your provider states them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers of any length: set Max tokens to limit them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {tokens} answer tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price: enter yours to see the cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server is busy: going on in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{axis} {value}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failed} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} prompt tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” cannot be sent: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>(no model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolArguments</name>
    <message>
        <source>Arguments as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments of “{tool}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the rows is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run with these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These arguments fit the tool&apos;s schema.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolCall</name>
    <message>
        <source>(no output)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A malformed result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always for this tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit arguments…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inject a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just this once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason to tell the model, if you deny it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, if you deny it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay a recorded result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “{tool}” of the server “{server}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was cut off at the token limit, perhaps within this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arguments fit the tool&apos;s schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model calls “{tool}”. What does it answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has changed this tool since you last agreed to it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste the result for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the result…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolResult</name>
    <message>
        <source>Result for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>A batch file cannot be given arguments with one of these: &amp; | &gt; &lt; ^ &quot; %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its log may say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart it, or look into its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arguments are not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to “{name}” failed: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has called tools {count} times in a row. Go on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent too much that nobody had asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of {names} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no program “{command}” on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool servers of this run: {names}. This version does not start them yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it into the server&apos;s settings again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” answered with an error: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be started: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has ended with status {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” must be approved before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>A conversation in it is larger than {size} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of this app wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Developer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything, to import again (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {name}. Conversations: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting… {percent} % (conversations: {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing… {percent} % (conversations: {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It breaks off or stops being JSON after character {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is malformed at “{where}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its format is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that could not be read: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that say something else here and were left as they are: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages with an identifier that came before: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversations: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New messages: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other files in the archive: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of an unknown kind: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures or files that are not in the export: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request fields with a value of the wrong type (kept for export only): {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds no conversations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged or locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of {suffixes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was cancelled; what had been taken stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shown branch, to edit (Markdown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shown branch, to read (web page)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shown conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {count} marked in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no message in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an export of a program that is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool call: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to export:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{prompt} + {answer} tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n answering</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick question…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Select some words of a message first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next request, estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than the model can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the next request, estimated, and how many the model can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ {count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WrittenMessage</name>
    <message>
        <source>Say which tool call this answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool call {number} needs an id and a function’s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool calls are a JSON array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the message first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
