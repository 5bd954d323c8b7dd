<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
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
</context>
<context>
    <name>Command</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again</source>
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
        <source>Delete conversation</source>
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
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
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
        <source>Previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
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
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo delete</source>
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
    <message>
        <source>Undo</source>
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
    <name>Editor</name>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No valid JSON at line {line}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One to a line; \n is a line break</source>
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
        <source>Service tier</source>
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
        <source>Back to the value below this one</source>
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
        <source>How the model should behave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
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
        <source>Send {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by {layer}</source>
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
        <source>Your name in messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name in messages (not sent)</source>
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
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
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
        <source>Note the arrival of each event by itself. Costs more processor time while streaming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of menus, buttons and messages; changes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Enter does while you write a message.</source>
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
    <name>Sidebar</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message contains these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, new answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Starting the offline model…</source>
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
    <name>Tools</name>
    <message>
        <source>Tool servers of this run: {names}. This version does not start them yet.</source>
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
    <name>Window</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
